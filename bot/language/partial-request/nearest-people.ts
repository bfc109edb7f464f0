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

type Named = Omit<DraftAttendee, 'type' | 'veto'>;

/** Whether nothing else is known of somebody than a name that nobody bears. */
function isUnknown({ person, candidates = [], nearest, trouble }: Named): boolean {
  const isNameless = trouble === undefined || trouble === 'unknownColleague';
  return person === undefined && candidates.length === 0 && nearest === undefined && isNameless;
}

/** The draft with near misses for those whom nobody knows. */
export function withNearest(draft: MeetingRequestDraft, input: UnderstandInput): MeetingRequestDraft {
  const offer = <One extends Named>(one: One): One =>
    isUnknown(one) ? { ...one, nearest: nearestTo(one.name, input) } : one;
  const { organizer } = draft;
  return {
    ...draft,
    ...(organizer === undefined ? {} : { organizer: offer(organizer) }),
    attendees: draft.attendees.map(offer),
  };
}
