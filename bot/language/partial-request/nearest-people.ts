import { nearestNames } from '../../../workflows/domain/people/near-names.ts';
import { nameWords } from '../../../workflows/domain/people/spellings.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import type { DraftAttendee, MeetingRequestDraft, UnderstandInput } from '../meaning/understanding.ts';

/** A question offers at most this many. */
const most = 3;

/** Whom a name that nobody bears may mean: those near the speaker before others of the directory, never the speaker. */
function nearestTo(
  name: string,
  {
    nearby = [],
    members,
    directory,
    sender,
  }: Pick<UnderstandInput, 'nearby' | 'members' | 'directory' | 'sender'>,
): readonly Person[] {
  const pool = new Map([...members, ...nearby, ...directory].reverse().map((person) => [person.id, person]));
  pool.delete(sender.id);
  const [local = ''] = name.split('@');
  return nearestNames(nameWords(local), [...pool.values()].reverse(), most);
}

/** The draft with near misses for those whom nobody knows. */
export function withNearest(draft: MeetingRequestDraft, input: UnderstandInput): MeetingRequestDraft {
  const asksNearest = ({ person, candidates, nearest, trouble }: DraftAttendee): boolean =>
    person === undefined &&
    candidates === undefined &&
    nearest === undefined &&
    (trouble === undefined || trouble === 'unknownColleague');
  if (!draft.attendees.some(asksNearest)) return draft;
  const attendees = draft.attendees.map((attendee) =>
    asksNearest(attendee) ? { ...attendee, nearest: nearestTo(attendee.name, input) } : attendee,
  );
  return { ...draft, attendees };
}
