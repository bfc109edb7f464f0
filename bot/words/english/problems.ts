import type { ProblemCode } from '../../../workflows/domain/problems/problem-code.ts';
import type { Refusal } from '../../../workflows/domain/problems/refusal.ts';

/** A sentence for each rule of a meeting that may refuse, of the facts that the refusal brings. */
type RefusalSentences = {
  readonly [Reason in Refusal['reason']]: (facts: Extract<Refusal, { readonly reason: Reason }>) => string;
};

const refusals: RefusalSentences = {
  noSuchMeeting: () => 'There is no such meeting, or you’re not in it.',
  notInvited: () => 'You’re not invited to this meeting. Ask its organizer to add you.',
  agentCannotAnswer: () => 'An agent can’t answer for you. Please answer in Teams or by your link.',
  onlyOrganizer: () => 'Only the organizer can do this. Please ask them.',
  notDelegate: ({ organizer }) =>
    `You can’t do this for ${organizer}: they haven’t made you a delegate of their calendar.`,
  askFirst: ({ isAgent }) =>
    isAgent
      ? 'An agent can’t book a meeting here without asking the others first.'
      : 'Meetings aren’t booked here without asking the others first. Please ask them.',
  over: ({ ending }) => {
    switch (ending) {
      case 'confirmed':
        return 'This meeting is over. You can ask for a new one.';
      case 'cancelled':
        return 'This meeting was cancelled. You can ask for a new one.';
      case 'expired':
        return 'This meeting has expired. You can ask for a new one.';
      case 'unschedulable':
        return 'No time was found for this meeting. You can ask for a new one.';
    }
  },
  notProposedYet: () => 'Times are still being searched; nothing has been proposed yet.',
  nothingAsked: () => 'Nobody is being asked at the moment.',
  timePassed: () => 'This time has passed. Please choose one that is still to come.',
  versionUnknown: () => 'The meeting has changed in the meantime. Please look at it again.',
  roundOver: () => 'These times have been replaced. Please answer for the new ones.',
  roundUnknown: () => 'These times aren’t being asked about yet.',
  searchingAgain: () => 'New times are being searched; you’ll be asked again.',
  slotNotProposed: () => 'This time isn’t one of those proposed.',
  answerMissing: () => 'Please answer for every time.',
  wrongLength: ({ minutes }) => `The time you suggest must be ${minutes} minutes long.`,
  noTimesFound: () => 'No time was found. Choose times or widen the days first.',
  bookingUnderWay: () => 'The meeting is being booked already.',
  bookedAlready: () => 'The meeting is booked already.',
  slotNotOffered: () => 'This time isn’t one of those to choose from. Propose it first.',
  allTimesPassed: () => 'All of these times have passed. Please propose others.',
  approvalsMissing: ({ missing }) => {
    const whose =
      missing === 0 ? '' : ` ${missing} ${missing === 1 ? 'answer is' : 'answers are'} still missing.`;
    return `The people asked haven’t approved this yet.${whose} It will be booked as soon as they do.`;
  },
  moveInstead: () => 'The meeting is booked. Move it to other times instead.',
  daysPassed: () => 'These days have passed.',
  organizerStays: () => 'The organizer is always part of the meeting.',
  notAnAttendee: () => 'This person isn’t in the meeting.',
  addedAndRemoved: () => 'The same person can’t be added and removed.',
  nobodyNamed: () => 'Name somebody to add or to remove.',
  nobodyLeft: () => 'Nobody would be left. Cancel the meeting instead.',
  tooManyAttendees: ({ most }) => `A meeting has at most ${most} attendees.`,
  everybodyAnswered: () => 'Everyone has answered; there is nobody to remind.',
  cancelledAlready: () => 'The meeting is already cancelled.',
  nothingToEdit: () => 'It’s like that already.',
  agendaInEvent: () => 'The meeting is booked. Please change its agenda in the event in your calendar.',
  staysOnline: () => 'A meeting that is booked online stays online.',
  editUnderWay: () => 'The calendar hasn’t answered yet. I’ll make the change as soon as it does.',
  notFreeThatLong: ({ names, isRoomTaken }) =>
    `That’s too long for ${[names, isRoomTaken ? 'the room' : ''].filter(Boolean).join(' and ')}: there is something else right after it. Nothing was changed.`,
  eventNotEdited: () =>
    'The calendar didn’t take the change, so nothing was changed. Is the event still there?',
};

/** What a click or a command could not do. */
export const problems = {
  refusals,
  /** For a problem of which no more than its code is known. */
  codes: {
    precondition_failed: 'That isn’t possible as the meeting is now.',
    conflict: 'The meeting has changed in the meantime. Please look at it again.',
    requires_approval: 'That needs somebody’s approval first.',
    forbidden: 'You’re not allowed to do that.',
    not_found: 'I can’t find that meeting.',
    invalid: 'That isn’t valid. Please check it.',
    rate_limited: 'That was too much at once. Please wait a moment.',
    unavailable: 'That isn’t available just now. Please try again in a moment.',
  } satisfies Record<ProblemCode, string>,
  noSuchTime: 'This time can’t be used. Please choose another one.',
};
