import type { PersonId } from '../people/person.ts';
import type { MeetingState } from './state.ts';

/** Who has not answered the open round; the organizer's own answer is not needed. */
export function missingAnswers({
  phase,
  request,
}: Pick<MeetingState, 'phase' | 'request'>): readonly PersonId[] {
  if (phase.kind !== 'collecting' && phase.kind !== 'choosing') return [];
  const { ballots } = phase.round;
  return request.attendees.map(({ person }) => person.id).filter((id) => ballots[id] === undefined);
}
