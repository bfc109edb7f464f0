import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Reader } from '../words/reader.ts';
import { slotText } from '../words/times.ts';
import type { Action, Element } from './elements.ts';
import { line, run } from './elements.ts';

const maxNames = 4;

/** `Tue 24 Nov, 14:00–14:45 · confirmed · with Bob and Carol`, as one of its people reads it. */
export function meetingFacts(view: MeetingView, me: PersonId, reader: Reader): string {
  const { cards, facts, times, acts } = reader.words;
  const slot = view.booking?.slot ?? view.proposal?.slots[0];
  const others = [view.organizer, ...view.attendees.map(({ person }) => person)]
    .filter(({ id }) => id !== me)
    .map(({ displayName }) => displayName);
  const shown =
    others.length > maxNames
      ? [...others.slice(0, maxNames - 1), cards.more(others.length - maxNames + 1)]
      : others;
  return [
    ...(slot === undefined ? [] : [slotText(slot, reader)]),
    facts.statuses[view.status],
    ...(shown.length === 0 ? [] : [acts.which.withPeople(times.list(shown))]),
  ].join(' · ');
}

/** A meeting in two lines, and what can be done with it. */
export function meetingRow(
  view: MeetingView,
  me: PersonId,
  reader: Reader,
  actions: readonly Action[],
): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      line([run(view.title, { weight: 'bolder' })]),
      line([run(meetingFacts(view, me, reader), { isSubtle: true })], { spacing: 'none' }),
      ...(actions.length === 0 ? [] : [{ type: 'ActionSet', actions } as const]),
    ],
  };
}
