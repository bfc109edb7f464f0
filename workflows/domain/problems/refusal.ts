import type { ProblemCode } from './problem-code.ts';

/** How a meeting that is over has ended; `confirmed`: it took place. */
type Ending = 'confirmed' | 'cancelled' | 'expired' | 'unschedulable';

/** `permissions` */
type PermissionRefusal =
  | { readonly reason: 'noSuchMeeting' }
  | { readonly reason: 'notInvited' }
  | { readonly reason: 'agentCannotAnswer' }
  | { readonly reason: 'onlyOrganizer' };

/** Nobody may ask in another's name who does not write to their calendar. */
type DelegateRefusal = { readonly reason: 'notDelegate'; readonly organizer: string };

/** `may-book-unasked` */
type UnaskedRefusal = { readonly reason: 'askFirst'; readonly isAgent: boolean };

/** Several rules refuse for these. */
type StateRefusal =
  | { readonly reason: 'over'; readonly ending: Ending }
  | { readonly reason: 'notProposedYet' }
  | { readonly reason: 'nothingAsked' }
  | { readonly reason: 'timePassed' }
  /** A version that the meeting has not reached. */
  | { readonly reason: 'versionUnknown'; readonly seen: number; readonly current: number };

/** `refuse-answer` */
type AnswerRefusal =
  | { readonly reason: 'roundOver'; readonly round: number; readonly current: number }
  | { readonly reason: 'roundUnknown'; readonly round: number }
  | { readonly reason: 'searchingAgain' }
  | { readonly reason: 'slotNotProposed'; readonly slot: string }
  | { readonly reason: 'answerMissing'; readonly slot: string }
  | { readonly reason: 'wrongLength'; readonly minutes: number };

/** `pick-slot` */
type ConfirmRefusal =
  | { readonly reason: 'noTimesFound' }
  | { readonly reason: 'bookingUnderWay' }
  | { readonly reason: 'bookedAlready' }
  | { readonly reason: 'slotNotOffered' }
  | { readonly reason: 'allTimesPassed' }
  | { readonly reason: 'approvalsMissing'; readonly missing: number };

/** `refuse-change` */
type ChangeRefusal =
  | { readonly reason: 'moveInstead' }
  | { readonly reason: 'daysPassed' }
  | { readonly reason: 'organizerStays' }
  | { readonly reason: 'notAnAttendee'; readonly personId: string }
  | { readonly reason: 'addedAndRemoved'; readonly personId: string }
  | { readonly reason: 'nobodyNamed' }
  | { readonly reason: 'nobodyLeft' }
  | { readonly reason: 'tooManyAttendees'; readonly most: number }
  | { readonly reason: 'everybodyAnswered' }
  | { readonly reason: 'cancelledAlready' };

/** `edit` */
type EditRefusal =
  | { readonly reason: 'nothingToEdit' }
  | { readonly reason: 'agendaInEvent' }
  | { readonly reason: 'staysOnline' }
  | { readonly reason: 'editUnderWay' }
  /** The names between commas; empty where only the room is taken. */
  | { readonly reason: 'notFreeThatLong'; readonly names: string; readonly isRoomTaken: boolean }
  /** Why the calendar did not take it: the reason of a `ServiceProblem`. */
  | { readonly reason: 'eventNotEdited'; readonly problem: string };

/**
 * Which rule of a meeting refused a command, with the facts that a sentence about it needs in any language; `slot` is a slot's key and
 * `personId` a person's id, as plain texts, because problems lie below people and times.
 */
export type Refusal =
  | PermissionRefusal
  | DelegateRefusal
  | UnaskedRefusal
  | StateRefusal
  | AnswerRefusal
  | ConfirmRefusal
  | ChangeRefusal
  | EditRefusal;

type Sentence<Reason extends Refusal['reason']> =
  string | ((facts: Extract<Refusal, { readonly reason: Reason }>) => string);

/** For each reason, the code that callers meet and the English sentence that agents read. */
export const saidToAgents: {
  readonly [Reason in Refusal['reason']]: readonly [ProblemCode, Sentence<Reason>];
} = {
  noSuchMeeting: ['not_found', 'There is no such meeting, or you are not in it.'],
  notInvited: ['forbidden', 'You are not invited to this meeting; ask its organizer to add you.'],
  agentCannotAnswer: [
    'forbidden',
    'An agent cannot answer for a person; they answer themselves in Teams or by their link.',
  ],
  onlyOrganizer: ['forbidden', 'Only the organizer can do this; ask them.'],
  notDelegate: [
    'forbidden',
    ({ organizer }) =>
      `Only a delegate of ${organizer} can do this: somebody to whom they have given their calendar to edit. Organize the meeting without attending instead.`,
  ],
  askFirst: [
    'requires_approval',
    'Here a meeting is not booked without asking; propose it, and it is booked when the people have approved.',
  ],
  over: [
    'precondition_failed',
    ({ ending }) => `The meeting is ${ending === 'confirmed' ? 'over' : ending}; ask for a new one.`,
  ],
  notProposedYet: ['precondition_failed', 'Times are still being searched; nothing has been proposed yet.'],
  nothingAsked: ['precondition_failed', 'Nothing is being asked at the moment.'],
  timePassed: ['invalid', 'This time has passed; choose one that is still to come.'],
  versionUnknown: [
    'invalid',
    ({ seen, current }) => `The meeting is at version ${current}, not yet at ${seen}; read it again.`,
  ],
  roundOver: [
    'conflict',
    ({ round, current }) =>
      `Round ${round} is over; round ${current} is being asked. Look at the new times and answer those.`,
  ],
  roundUnknown: ['invalid', ({ round }) => `There is no round ${round} yet.`],
  searchingAgain: ['conflict', 'New times are being searched; wait until they are proposed.'],
  slotNotProposed: ['invalid', ({ slot }) => `${slot} is not one of the times that were proposed.`],
  answerMissing: ['invalid', 'Answer every time that was proposed: yes, if need be or no.'],
  wrongLength: ['invalid', ({ minutes }) => `The time that you propose must be ${minutes} minutes long.`],
  noTimesFound: ['precondition_failed', 'No time was found; choose times or widen the days first.'],
  bookingUnderWay: ['conflict', 'The meeting is being booked already.'],
  bookedAlready: ['conflict', 'The meeting is confirmed already.'],
  slotNotOffered: ['invalid', 'This time is not one of those to choose from; propose it first.'],
  allTimesPassed: ['precondition_failed', 'All times have passed; propose others.'],
  approvalsMissing: [
    'requires_approval',
    ({ missing }) => {
      const whose =
        missing === 0 ? '' : ` ${missing} ${missing === 1 ? 'answer is' : 'answers are'} still missing.`;
      return `The people asked have not approved this yet.${whose} It is booked by itself when they do.`;
    },
  ],
  moveInstead: ['precondition_failed', 'The meeting is booked; move it to other times instead.'],
  daysPassed: ['invalid', 'These days have passed.'],
  organizerStays: ['invalid', 'The organizer is always part of the meeting.'],
  notAnAttendee: ['invalid', 'This person is not in the meeting.'],
  addedAndRemoved: ['invalid', 'The same person cannot be added and removed.'],
  nobodyNamed: ['invalid', 'Name somebody to add or to remove.'],
  nobodyLeft: ['invalid', 'Nobody would be left; cancel the meeting instead.'],
  tooManyAttendees: ['invalid', ({ most }) => `A meeting has at most ${most} attendees.`],
  everybodyAnswered: ['precondition_failed', 'Everybody has answered; there is nobody to remind.'],
  cancelledAlready: ['conflict', 'The meeting is cancelled already.'],
  nothingToEdit: [
    'invalid',
    'Nothing would change; give a title, agenda, place or length that is different.',
  ],
  agendaInEvent: [
    'precondition_failed',
    'The meeting is booked; change its agenda in the text of the event itself.',
  ],
  staysOnline: [
    'precondition_failed',
    'An online meeting that is booked stays online; cancel it and ask for one that is not.',
  ],
  editUnderWay: [
    'unavailable',
    'The calendar has not answered yet; the change is made as soon as it does. Read the meeting again later.',
  ],
  notFreeThatLong: [
    'conflict',
    ({ names, isRoomTaken }) =>
      `That is too long for ${[names, isRoomTaken ? 'the room' : ''].filter(Boolean).join(' and ')}: there is something else right after it. Nothing was changed; take a shorter length or move the meeting.`,
  ],
  eventNotEdited: [
    'precondition_failed',
    'The calendar did not take the change, so nothing was changed; look whether the event is still there.',
  ],
};
