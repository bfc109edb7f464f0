import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { ListedNames } from './listed-names.ts';
import type { Words } from './words.ts';

/** The name of somebody who is or was in the meeting. */
export function nameIn(meeting: NamedMeeting, id: PersonId, { facts }: Words): string {
  const people = [...everybody(meeting), ...(meeting.formerAttendees ?? [])];
  return people.find((person) => person.id === id)?.displayName ?? facts.somebody;
}

/** In whose name somebody asks: `Alice Martin`, or `Alice Martin, for Dana Fischer`. */
export function askerText({ organizer, requestedBy }: NamedMeeting, { cards }: Words): string {
  return requestedBy === undefined
    ? organizer.displayName
    : cards.onBehalf(requestedBy.displayName, organizer.displayName);
}

/** `Bob, Carol and Dan`; of more than four, three are named. Undefined for nobody. */
export function namesIn(
  meeting: NamedMeeting,
  ids: readonly PersonId[],
  words: Words,
): ListedNames | undefined {
  if (ids.length === 0) return undefined;
  const shown = ids.length > 4 ? ids.slice(0, 3) : ids;
  const names = shown.map((id) => nameIn(meeting, id, words));
  if (shown.length < ids.length) names.push(words.cards.more(ids.length - shown.length));
  return { text: words.times.list(names), count: ids.length };
}
