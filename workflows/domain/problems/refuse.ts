import type { Problem, ProblemCode } from './problem.ts';
import type { Refusal } from './refusal.ts';

type Sentence<Reason extends Refusal['reason']> =
  string | ((facts: Extract<Refusal, { readonly reason: Reason }>) => string);

/** For each reason, the code that callers meet and the English sentence that agents read. */
const told: { readonly [Reason in Refusal['reason']]: readonly [ProblemCode, Sentence<Reason>] } = {
  noSuchMeeting: ['not_found', 'There is no such meeting, or you are not in it.'],
  notInvited: ['forbidden', 'You are not invited to this meeting; ask its organizer to add you.'],
  agentCannotAnswer: [
    'forbidden',
    'An agent cannot answer for a person; they answer themselves in Teams or by their link.',
  ],
  onlyOrganizer: ['forbidden', 'Only the organizer can do this; ask them.'],
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
};

/** The problem that a rule's refusal is to a caller; `path` names the field that is wrong. */
export function refuse(refusal: Refusal, path?: string): Problem {
  // The compiler does not follow that a reason's sentence takes the facts of that reason.
  const [code, sentence] = told[refusal.reason] as readonly [
    ProblemCode,
    string | ((facts: Refusal) => string),
  ];
  return { code, ...refusal, message: typeof sentence === 'string' ? sentence : sentence(refusal), path };
}
