import { expect, test } from 'vitest';
import { calendarWriter } from '../../../../bot/words/calendar-writer.ts';
import { outcomeText, questionAndAdvice, questionText } from '../../../../bot/words/decision-text.ts';
import { describeMeeting } from '../../../../bot/words/describe-meeting.ts';
import { historyText } from '../../../../bot/words/history-text.ts';
import { newsText } from '../../../../bot/words/news-text.ts';
import type { Reader } from '../../../../bot/words/reader.ts';
import { createReader } from '../../../../bot/words/reader.ts';
import { serviceText } from '../../../../bot/words/service-text.ts';
import { warningText } from '../../../../bot/words/warning-text.ts';
import { languages } from '../../../../bot/words/words-of.ts';
import type { AuditEntry, AuditFact } from '../../../../workflows/domain/meeting/audit-entry.ts';
import type { OrganizerQuestion } from '../../../../workflows/domain/meeting/organizer-choice.ts';
import { serviceNames, serviceReasons } from '../../../../workflows/domain/meeting/service-problem.ts';
import { toView } from '../../../../workflows/domain/meeting/to-view.ts';
import type { MeetingView } from '../../../../workflows/domain/meeting/view.ts';
import { alwaysHolds } from '../../../support/meeting-stories.ts';
import { ana, bo, cy, tuesday, viewOf } from '../../../support/meeting-views.ts';

const readers: readonly Reader[] = Object.values(languages).flatMap(({ locale }) =>
  (['h12', 'h23'] as const).map((hourCycle) =>
    createReader({ locale, hourCycle, timeZone: 'America/New_York' }),
  ),
);

/** Every sentence that is made of a meeting's facts. */
function sentencesOf(view: MeetingView, reader: Reader): readonly string[] {
  const { choice, outcome, warnings, history } = view;
  const news = [ana, bo].flatMap(({ id }) => newsText(view, id, 0, reader) ?? []);
  return [
    ...(choice === undefined
      ? []
      : [questionText(choice, view, reader), questionAndAdvice(choice, view, reader)]),
    ...(outcome === undefined
      ? []
      : [outcomeText(outcome, view, reader), calendarWriter.comment(view, outcome)]),
    ...warnings.map((warning) => warningText(warning, view, reader)),
    ...history.map((entry) => historyText(entry, view, reader)),
    ...news,
  ];
}

/** What nobody should read: an instant, something missing, an id, the name of a zone. */
const unreadable =
  /\d{4}-\d\d-\d\dT|undefined|null|NaN|\[object|[0-9a-f]{8}-[0-9a-f]{4}-|mailto:|[A-Z][a-z]+\/[A-Z][a-z]+/;

function expectReadable(sentence: string): void {
  expect(sentence).toMatch(/^\S.*\S$/);
  expect(sentence).not.toMatch(unreadable);
}

test('every fact of random meetings is a sentence in every language', () => {
  alwaysHolds((states) => {
    const last = states.at(-1);
    const answered = states.filter(({ phase }) => phase.kind === 'choosing').slice(-1);
    for (const state of [...answered, ...(last === undefined ? [] : [last])]) {
      const view = toView(state);
      for (const reader of readers) sentencesOf(view, reader).forEach(expectReadable);
    }
  });
}, 60_000);

const slot = { start: tuesday.start, end: tuesday.end };
const away = { service: 'calendar', reason: 'unavailable' } as const;

/** One of each, and the variants of a few. */
const everyFact: Readonly<Record<AuditEntry['action'], readonly AuditFact[]>> = {
  requested: [{ action: 'requested' }],
  proposed: [
    { action: 'proposed', round: 1, times: 1, asked: [bo.id] },
    { action: 'proposed', round: 2, times: 3, asked: [] },
  ],
  answered: (['approved', 'declined', 'mixed', 'takenBack'] as const).flatMap((answer) => [
    { action: 'answered', answer },
    { action: 'answered', answer, suggested: slot },
  ]),
  reminded: [
    { action: 'reminded', people: [bo.id, cy.id] },
    { action: 'reminded', people: [] },
  ],
  confirmed: [{ action: 'confirmed', slot }],
  cancelled: [{ action: 'cancelled' }],
  rescheduled: [{ action: 'rescheduled' }, { action: 'rescheduled', from: slot, slots: [slot] }],
  attendeesChanged: [
    { action: 'attendeesChanged', added: [cy.id], removed: [bo.id] },
    { action: 'attendeesChanged', added: [], removed: [bo.id] },
  ],
  slotsChosen: [{ action: 'slotsChosen', slots: [slot, slot] }],
  edited: [
    {
      action: 'edited',
      before: { title: 'Budget', place: '' },
      after: { title: 'Plan', place: 'the lobby' },
    },
    { action: 'edited', before: { place: 'the lobby', agenda: '' }, after: { place: '', agenda: 'Costs' } },
    {
      action: 'edited',
      before: { isOnlineMeeting: false, durationMinutes: 30 },
      after: { isOnlineMeeting: true, durationMinutes: 90 },
    },
    { action: 'edited', before: { isOnlineMeeting: true }, after: { isOnlineMeeting: false } },
  ],
  notEdited: [
    { action: 'notEdited', because: { slot, people: [bo.id], isRoomTaken: false }, isTold: true },
    { action: 'notEdited', because: away, isTold: false },
  ],
  conflict: [
    { action: 'conflict', isBooked: false, slot, people: [bo.id, cy.id], isRoomTaken: true },
    { action: 'conflict', isBooked: false, slot, people: [], isRoomTaken: true },
    { action: 'conflict', isBooked: true, slot, people: [bo.id], isRoomTaken: false },
  ],
  expired: [
    { action: 'expired', outcome: { kind: 'notAnswered', silent: [bo.id] } },
    { action: 'expired', outcome: { kind: 'notAnswered', silent: [] }, staysAt: slot },
    { action: 'expired', outcome: { kind: 'notDecided' } },
  ],
  unschedulable: [
    { action: 'unschedulable', outcome: { kind: 'noTimes' } },
    { action: 'unschedulable', outcome: { kind: 'noTimes', problem: away } },
  ],
  declinedInCalendar: [{ action: 'declinedInCalendar', attendeeId: bo.id }],
  movedInCalendar: [{ action: 'movedInCalendar', from: slot, slot }],
  deletedInCalendar: [{ action: 'deletedInCalendar' }],
  askedOrganizer: (
    [
      { reason: 'confirm' },
      { reason: 'roundsExhausted', rounds: 1 },
      { reason: 'deadline', silent: [bo.id] },
      { reason: 'deadline', silent: [] },
      { reason: 'noSlot', isBooked: false },
      { reason: 'noSlot', isBooked: true, problem: away },
      { reason: 'conflict', because: away },
      { reason: 'conflict', because: { slot, people: [bo.id], isRoomTaken: false } },
      { reason: 'eventMoved', slot },
      { reason: 'eventDeclined', personId: bo.id },
    ] as const satisfies readonly OrganizerQuestion[]
  ).map((question) => ({ action: 'askedOrganizer', question })),
  undelivered: (['mail', 'unreached'] as const).map((reachedBy) => ({
    action: 'undelivered',
    attendeeId: bo.id,
    reachedBy,
    problem: { service: 'teams', reason: 'notInstalled' },
  })),
  ended: [{ action: 'ended' }],
};

test.each(Object.entries(everyFact))('a history tells of %s in every language', (_action, facts) => {
  const who = [{}, { personId: ana.id }];
  const history = facts.flatMap((fact) => who.map((by) => ({ at: '', version: 1, ...fact, ...by })));
  for (const reader of readers) sentencesOf(viewOf({ history }), reader).forEach(expectReadable);
});

/** Fields in which people's own words stand, wherever they are. */
const ownWords = new Set(['title', 'agenda', 'place', 'comment', 'reason', 'displayName', 'text']);

function stringsIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') return ownWords.has(field) && value.includes(' ') ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    stringsIn(entry, Array.isArray(value) ? field : key),
  );
}

test('a meeting keeps no sentence but what people wrote', () => {
  alwaysHolds((states) => {
    const sentences = states
      .slice(-1)
      .flatMap((state) => stringsIn(state))
      .filter((text) => text.includes(' '));
    expect(sentences).toEqual([]);
  });
}, 60_000);

test.each(serviceNames.flatMap((service) => serviceReasons.map((reason) => [service, reason] as const)))(
  'what %s refuses as %s is a sentence in every language',
  (service, reason) => {
    for (const reader of readers) {
      const { words } = reader;
      expectReadable(serviceText({ service, reason }, viewOf(), words));
      expect(serviceText({ service, reason, people: [bo.id] }, viewOf(), words)).toMatch(/^Bo Chen: /);
    }
  },
);

test('people who have left are still named', () => {
  const view = viewOf({
    attendees: [],
    formerAttendees: [{ id: bo.id, displayName: bo.displayName }],
    history: [
      { action: 'answered', answer: 'declined', suggested: tuesday, personId: bo.id, at: '', version: 1 },
    ],
  });
  expect(describeMeeting(view, 'Europe/Berlin').history()).toEqual([
    'Bo Chen declined and suggested Tue 24 Nov, 14:00–14:45.',
  ]);
});

test('times are in the reader’s zone and clock, and what people wrote is quoted', () => {
  const moved = viewOf({
    warnings: [{ kind: 'moved', slot: tuesday, at: '' }],
    outcome: { kind: 'cancelled', by: ana.id, reason: 'No budget left.' },
  });
  const german = createReader({ locale: 'de-DE', timeZone: 'Asia/Kolkata' });
  expect(moved.warnings.map((warning) => warningText(warning, moved, german))).toEqual([
    expect.stringMatching(
      /^Die Besprechung wurde im Kalender verschoben: Di., 24. Nov., 18:30–19:15\sUhr\.$/,
    ),
  ]);
  expect(outcomeText({ kind: 'cancelled', by: ana.id, reason: 'No budget left.' }, moved, german)).toBe(
    'Ana Lima hat die Besprechung abgesagt: „No budget left.“',
  );
});

test('of many people three are named', () => {
  const crowd = [1, 2, 3, 4, 5].map((number) => ({ ...cy, id: `${cy.id}${number}` as typeof cy.id }));
  const view = viewOf({
    attendees: crowd.map((person) => ({ person, type: 'required', approval: 'pending' })),
  });
  const silent = crowd.map(({ id }) => id);
  const [reader] = readers;
  if (reader === undefined) throw new Error('there are no languages');
  expect(outcomeText({ kind: 'notAnswered', silent }, view, reader)).toBe(
    'Cy Diaz, Cy Diaz, Cy Diaz and 2 more didn’t answer in time.',
  );
});
