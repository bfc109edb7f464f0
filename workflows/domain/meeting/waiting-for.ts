import type { PersonId } from '../people/person.ts';
import { asksNobody } from '../policy/policy.ts';
import type { MeetingView } from './view.ts';

/** Whose answer or decision the meeting waits for now. */
export function waitingFor(view: MeetingView): readonly PersonId[] {
  const isOpen = view.status === 'proposed' || view.status === 'unschedulable';
  if (!isOpen) return [];
  if (view.choice !== undefined) {
    return [view.organizer, ...(view.requestedBy === undefined ? [] : [view.requestedBy])].map(
      ({ id }) => id,
    );
  }
  if (asksNobody(view.policy)) return [];
  return view.attendees.filter(({ approval }) => approval === 'pending').map(({ person }) => person.id);
}
