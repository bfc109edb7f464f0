import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { MeetingAct } from '../../../../../bot/language/meaning/act.ts';
import type { WhenSense } from '../../../../../bot/language/meaning/sense.ts';
import { replyToAct } from '../../../../../bot/teams/acts/reply-to-act.ts';
import type { MeetingView } from '../../../../../workflows/domain/meeting/view.ts';
import type { Person } from '../../../../../workflows/domain/people/person.ts';
import { alice, bob, booked, carol, dan, named, proposed, said, sceneOf, slotAt, whens } from './scene.ts';

/** What was said of a meeting, in facts that need no rule to be compared. */
interface Described {
  readonly title?: string;
  readonly person?: Person;
  readonly day?: string;
  readonly clock?: string;
}

interface Known extends Required<Described> {
  readonly view: MeetingView;
}

const titles = ['Parking', 'Q3 budget', 'Hiring', 'Roadmap review'];
const days = ['2026-12-01', '2026-12-03', '2026-12-09', '2026-12-10'];
const clocks = ['09:00', '11:00', '15:00', '18:30'];
const dayWords: Readonly<Record<string, string>> = {
  '2026-12-01': 'tomorrow',
  '2026-12-03': 'on December 3',
  '2026-12-09': 'on December 9',
  '2026-12-10': 'on December 10',
};
const clockWords: Readonly<Record<string, string>> = {
  '09:00': 'at 9am',
  '11:00': 'at 11am',
  '15:00': 'at 3pm',
  '18:30': 'at 6:30pm',
};

const known = fc
  .record({
    title: fc.constantFrom(...titles),
    person: fc.constantFrom(bob, carol, dan),
    day: fc.constantFrom(...days),
    clock: fc.constantFrom(...clocks),
    isMine: fc.boolean(),
    isBooked: fc.boolean(),
  })
  .map(({ title, person, day, clock, isMine, isBooked }): Known => {
    const people = isMine ? { organizer: alice, with: [person] } : { organizer: person, with: [alice] };
    const slot = slotAt(day, clock);
    const view = isBooked ? booked(title, slot, people) : proposed(title, [slot], people);
    return { title, person, day, clock, view };
  });

const describing = fc.record(
  {
    title: fc.constantFrom(...titles, 'Testing'),
    person: fc.constantFrom(bob, carol, dan),
    day: fc.constantFrom(...days),
    clock: fc.constantFrom(...clocks),
  },
  { requiredKeys: [] },
);

const acts: readonly MeetingAct[] = [
  'remind',
  'move',
  'cancel',
  'confirm',
  'answer',
  'edit',
  'late',
  'choose',
];

function fits(one: Known, { title, person, day, clock }: Described): boolean {
  return (
    (title === undefined || title === one.title) &&
    (person === undefined || person.id === one.person.id) &&
    (day === undefined || day === one.day) &&
    (clock === undefined || clock === one.clock)
  );
}

describe('whatever is said', () => {
  it('no command changes a meeting that does not fit all of it, and none is cancelled or moved without a click', async () => {
    const senses = new Map<string, readonly WhenSense[]>();
    for (const words of [...Object.values(dayWords), ...Object.values(clockWords)]) {
      senses.set(words, await whens(words));
    }
    const sense = (words: string | undefined) => (words === undefined ? [] : (senses.get(words) ?? []));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(known, { maxLength: 5, selector: ({ title }) => title }),
        describing,
        fc.constantFrom(...acts),
        fc.constantFrom('yes', 'no', undefined),
        fc.constantFrom([], ['gadzooks']),
        fc.boolean(),
        async (meetings, which, act, answer, leftover, all) => {
          const scene = sceneOf(meetings.map(({ view }) => view));
          const { title, person, day, clock } = which;
          const when = [...sense(dayWords[day ?? '']), ...sense(clockWords[clock ?? ''])];
          const people = person === undefined ? [] : [named(person)];
          const to = {
            answer,
            addPeople: act === 'edit' ? [named(dan)] : [],
            ...(act === 'edit' && answer === 'yes' ? { title: 'Another title', minutes: 45 } : {}),
          } as const;
          await replyToAct(scene.turn(said(act, { title, people, when, all }, to, leftover)));
          const fitting = meetings.filter((one) => fits(one, which)).map(({ view }) => view.meetingId);
          for (const { command, meetingId } of scene.commands) {
            expect(['remind', 'confirm', 'respond', 'edit', 'changeAttendees']).toContain(command);
            expect(fitting).toContain(meetingId);
            expect(leftover).toEqual([]);
          }
          expect(new Set(scene.commands.map(({ meetingId }) => meetingId)).size).toBeLessThanOrEqual(1);
          if (fitting.length === 0) expect(scene.sent).toEqual([]);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
