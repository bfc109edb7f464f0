import type { Answer, Ballot } from '../ballots/ballot.ts';
import { slotKey } from '../time/slot.ts';
import { previousRound } from './end-undecided.ts';
import type { MeetingState } from './state.ts';
import type { Approval, BookedEvent, MeetingStatus, MeetingView, OrganizerChoice } from './view.ts';

function statusOf({ phase }: MeetingState): MeetingStatus {
  switch (phase.kind) {
    case 'searching':
      return 'searching';
    case 'collecting':
    case 'choosing':
    case 'booking':
      return 'proposed';
    case 'stuck':
      return 'unschedulable';
    case 'confirmed':
      return 'confirmed';
    case 'over':
      return phase.status;
  }
}

function choiceOf({ phase }: MeetingState): OrganizerChoice | undefined {
  switch (phase.kind) {
    case 'choosing':
    case 'stuck':
      return phase.choice;
    case 'confirmed':
      return phase.choice;
    case 'searching':
    case 'collecting':
    case 'booking':
    case 'over':
      return undefined;
  }
}

function bookingOf({ phase }: MeetingState): BookedEvent | undefined {
  switch (phase.kind) {
    case 'confirmed':
      return phase.booking;
    case 'searching':
    case 'collecting':
    case 'choosing':
    case 'booking':
      return phase.keptBooking;
    case 'over':
      return phase.booking;
    case 'stuck':
      return undefined;
  }
}

/** Once a time is booked, what they last said of that time counts; before, what they say in this round. */
function approvalOf(ballot: Ballot | undefined, ofBooked: Answer | undefined): Approval {
  if (ofBooked !== undefined) return ofBooked === 'no' ? 'rejected' : 'approved';
  if (ballot === undefined) return 'pending';
  return Object.values(ballot.answers).some((answer) => answer !== 'no') ? 'approved' : 'rejected';
}

/** The read model: what the outside sees, in its words. */
export function toView(state: MeetingState): MeetingView {
  const { request, history, warnings } = state;
  const { proposal, ballots } = previousRound(state);
  const choice = choiceOf(state);
  const booking = bookingOf(state);
  // While a booked meeting is being moved, another time is asked about.
  const isBooked = state.phase.kind === 'confirmed' || state.phase.kind === 'over';
  const booked = isBooked && booking !== undefined ? slotKey(booking.slot) : undefined;
  const outcome = state.phase.kind === 'over' ? state.phase.outcome : undefined;
  return {
    meetingId: state.meetingId,
    version: state.version,
    status: statusOf(state),
    title: request.title,
    agenda: request.agenda,
    durationMinutes: request.durationMinutes,
    timeZone: request.timeZone,
    isOnlineMeeting: request.isOnlineMeeting,
    organizer: request.organizer,
    attendees: request.attendees.map(({ person, type }) => {
      const ballot = ballots[person.id];
      const reachedBy = state.reachedBy[person.id];
      return {
        person,
        type,
        approval: approvalOf(ballot, booked === undefined ? undefined : state.known[person.id]?.[booked]),
        ballot,
        reachedBy,
      };
    }),
    policy: request.policy,
    proposal,
    choice,
    booking,
    warnings,
    outcome,
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    history,
  };
}
