import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Words } from './words.ts';

/** Names in a row, and how many people they are, which a verb may depend on. */
export interface Names {
  readonly text: string;
  readonly count: number;
}

/** The name of somebody who is or was in the meeting. */
export function nameIn(meeting: NamedMeeting, id: PersonId, { facts }: Words): string {
  const { organizer, attendees, formerAttendees = [] } = meeting;
  const people = [organizer, ...attendees.map(({ person }) => person), ...formerAttendees];
  return people.find((person) => person.id === id)?.displayName ?? facts.somebody;
}

/** `Bob, Carol and Dan`; of more than four, three are named. Undefined for nobody. */
export function namesIn(meeting: NamedMeeting, ids: readonly PersonId[], words: Words): Names | undefined {
  if (ids.length === 0) return undefined;
  const shown = ids.length > 4 ? ids.slice(0, 3) : ids;
  const names = shown.map((id) => nameIn(meeting, id, words));
  if (shown.length < ids.length) names.push(words.cards.more(ids.length - shown.length));
  return { text: words.times.list(names), count: ids.length };
}
