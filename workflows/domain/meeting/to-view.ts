import type { Answer, Ballot } from '../ballots/ballot.ts';
import { slotKey } from '../time/slot.ts';
import { keptBooking } from './kept-booking.ts';
import type { MeetingState, Round } from './state.ts';
import type { OrganizerChoice } from './organizer-choice.ts';
import type { Approval, MeetingStatus, MeetingView, Proposal } from './view.ts';

function statusOf({ phase }: MeetingState): MeetingStatus {
  switch (phase.kind) {
    case 'searching':
      return 'searching';
    case 'collecting':
    case 'choosing':
    case 'bookingUnderWay':
      return 'proposed';
    case 'noTimesFound':
      return 'unschedulable';
    case 'booked':
      return 'confirmed';
    case 'over':
      return phase.status;
  }
}

function choiceOf({ phase }: MeetingState): OrganizerChoice | undefined {
  switch (phase.kind) {
    case 'choosing':
    case 'noTimesFound':
    case 'booked':
      return phase.choice;
    case 'searching':
    case 'collecting':
    case 'bookingUnderWay':
    case 'over':
      return undefined;
  }
}

function proposalOf({ number, slots, openedAt, deadline, inputHash }: Round): Proposal {
  return { round: number, slots, openedAt, deadline, inputHash };
}

/** Once a time is booked, what they last said of that time counts; before, what they say in this round. */
function approvalOf(ballot: Ballot | undefined, ofBooked: Answer | undefined): Approval {
  if (ofBooked !== undefined) return ofBooked === 'no' ? 'rejected' : 'approved';
  if (ballot === undefined) return 'pending';
  return Object.values(ballot.answers).some((answer) => answer !== 'no') ? 'approved' : 'rejected';
}

/** The read model: what the outside sees, in its words. */
export function toView(state: MeetingState): MeetingView {
  const { request, phase, history, warnings } = state;
  const { round } = phase;
  const choice = choiceOf(state);
  const booking = phase.kind === 'over' ? phase.booking : keptBooking(state);
  // While a booked meeting is being moved, another time is asked about.
  const isBooked = phase.kind === 'booked' || phase.kind === 'over';
  const booked = isBooked && booking !== undefined ? slotKey(booking.slot) : undefined;
  const outcome = phase.kind === 'over' ? phase.outcome : undefined;
  return {
    meetingId: state.meetingId,
    version: state.version,
    status: statusOf(state),
    title: request.title,
    agenda: request.agenda,
    durationMinutes: request.durationMinutes,
    timeZone: request.timeZone,
    isOnlineMeeting: request.isOnlineMeeting,
    place: request.place === '' ? undefined : request.place,
    organizer: request.organizer,
    requestedBy: request.requestedBy,
    organizerAttends: request.organizerAttends,
    attendees: request.attendees.map(({ person, type }) => {
      const ballot = round?.ballots[person.id];
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
    proposal: round === undefined ? undefined : proposalOf(round),
    choice,
    booking,
    warnings,
    outcome,
    formerAttendees: state.formerAttendees,
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    history,
  };
}
