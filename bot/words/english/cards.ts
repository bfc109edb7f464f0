import type { Answer } from '../../../workflows/domain/ballots/ballot.ts';

/** Everything on cards, their buttons and the picture on them. Times, names and zones come as they are written. */
export const cards = {
  /** The time zone that the times of a card are in. */
  zone: (zone: string) => `All times are in ${zone}.`,
  more: (count: number) => `${count} more`,
  andMore: (count: number) => `and ${count} more`,
  optional: (name: string) => `${name} (optional)`,
  optionalMark: '(optional)',
  online: 'online',
  organizerWith: (organizer: string, names: string) => `${organizer} with ${names}`,
  /** The organizer does not attend. */
  organizerWithout: (organizer: string, names: string) => `${names}, without ${organizer}`,
  onBehalf: (delegate: string, organizer: string) => `${delegate}, for ${organizer},`,
  quote: (text: string) => `“${text}”`,
  answerBy: (moment: string) => `Please answer by ${moment}.`,
  /** On top of a meeting that cannot be asked how it is now. */
  lastKnown: (moment: string) => `As of ${moment}: anything newer can’t be shown just now.`,
  newerBelow: 'There is a newer card for this meeting below.',
  refresh: 'Refresh',

  approval: {
    asks: (organizer: string, title: string, times: string) =>
      `${organizer} asks for your approval: ${title}, ${times}.`,
    approve: 'Approve',
    reject: 'Reject',
    noneOfThese: 'None of these',
    otherTime: 'Other time',
    suggestTime: 'Suggest this time',
    sendAnswers: 'Send my answers',
    changeAnswer: 'Change my answer',
    send: 'Send',
    reason: 'Reason (optional)',
    comment: 'Comment (optional)',
    whichSuit: (zone: string) => `Which of these times suit you? All times are in ${zone}.`,
    moves: (organizer: string, slot: string) =>
      `${organizer} would like to move this meeting. It is booked for ${slot}, and stays there until everyone has agreed.`,
    again: 'The earlier times didn’t suit everyone, so here is a new proposal.',
    youSuggested: 'You suggested',
    yourAnswers: 'Your answers:',
    yourAnswer: {
      yes: '✓ You approved',
      ifNeedBe: '✓ You can if need be',
      no: '✗ You declined',
    } satisfies Record<Answer, string>,
  },

  answers: {
    unreached: 'couldn’t be reached',
    askedByMail: 'asked by mail',
    /** Nobody was asked. */
    invited: 'invited',
    /** Out of `all`, at least one. */
    count: (answered: number, all: number) => {
      if (all === 1) return answered === 1 ? 'The answer is in' : 'No answer yet';
      return answered === all ? `All ${all} have answered` : `${answered} of ${all} have answered`;
    },
    tally: (yes: number, ifNeedBe: number, no: number) =>
      `${yes}\u00a0yes, ${ifNeedBe}\u00a0if need be, ${no}\u00a0no`,
    suggests: (name: string) => `${name} suggests`,
  },

  form: {
    inZone: (zone: string) => `In ${zone}.`,
    day: 'Day',
    start: 'Start',
    chooseDay: 'Please choose a day.',
    chooseTime: 'Please choose a time.',
  },

  organizer: {
    remind: 'Remind',
    confirm: 'Confirm now',
    whichTime: 'Which time?',
    confirmThis: 'Confirm this time',
    choose: 'Choose a time',
    chooseLabel: 'Ask everyone about one or more of these',
    otherTime: 'Other time',
    move: 'Move',
    ask: 'Ask everyone',
    cancel: 'Cancel meeting',
    cancelReason: 'Reason, for everyone (optional)',
    cancelNow: 'Cancel the meeting',
    round: (round: number) => `Round ${round}`,
    stillBooked: (slot: string) => `Still booked: ${slot}`,
    answersBy: (moment: string) => `Answers by ${moment}.`,
  },

  outcome: {
    confirmed: '✓ Confirmed',
    confirmedAs: (title: string, slot: string) => `Confirmed: ${title}, ${slot}.`,
    join: 'Join',
    openInCalendar: 'Open in calendar',
    searching: 'Looking for times that suit everyone …',
    cancelled: { status: '✗ Cancelled', sentence: 'This meeting was cancelled.' },
    expired: { status: '✗ Expired', sentence: 'Not enough answers came in time.' },
    unschedulable: { status: '✗ No time found', sentence: 'No time suits everyone.' },
  },

  suggestion: {
    wanted: (duration: string, names: string) => `${duration} with ${names}`,
    understood: (phrases: string) => `Understood: ${phrases}.`,
    notUnderstood: (phrases: string) => `I didn’t understand ${phrases}.`,
    noTime: 'No time suits everyone.',
    othersFree: (count: number) => (count === 1 ? '✓ 1 other is free' : `✓ ${count} others are free`),
    propose: 'Propose this',
    book: 'Book this',
    notDelegate: (name: string) =>
      `You aren’t a delegate of ${name}’s calendar, so the invitation comes from you.`,
    inNameOf: (name: string) => `You’re asking in ${name}’s name.`,
    withoutYou: 'You won’t attend.',
    unasked: (names: string) => `Nobody is asked first: ${names} will get an invitation.`,
    letVote: 'Let them vote on these',
    change: 'Change',
    changeLabel: 'What should be different? For example: “rather mornings”, “without Bob”, “30 minutes”.',
    searchAgain: 'Search again',
    discard: 'Discard',
  },

  picture: {
    alt: (slots: string) =>
      `Everyone’s availability on these days as a timeline, with the suggested times marked. ${slots}.`,
    busy: 'busy',
    tentative: 'tentative',
    oof: 'out of office',
    workingElsewhere: 'elsewhere',
    unknown: 'unknown',
    offHours: 'off hours',
  },

  list: {
    waitingForYou: 'waiting for you',
    show: 'Show',
    more: 'There are more; ask for one by its title.',
  },

  question: {
    write: 'Just write your answer.',
    chooseOrWrite: 'Choose, or just write your answer.',
  },

  help: {
    fallback:
      'Tell me what to schedule, for example: 45 min with Bob and Carol next week about the Q3 budget.',
    what: 'I find a time, ask everyone for their approval, and book the meeting when they agree.',
    examples: [
      ['Schedule', '“45 min with Bob and Carol next week about the Q3 budget”'],
      ['Look', '“what do I have tomorrow”, “what is pending”, “how is the budget meeting going?”'],
      ['Ask', '“when is Bob free on Thursday?”, “which rooms are free at 2?”'],
      ['Act', '“remind them”, “move the budget meeting to Thursday”, “confirm it”, “cancel it”'],
    ] as readonly (readonly [string, string])[],
    more: 'More',
    moreExamples: [
      ['Vote', '“let Bob, Carol and Dan vote on three times next week”'],
      ['Optional', '“with Bob, Carol optional; two of three are enough”'],
      ['Guests and rooms', '“with jane@example.com, in a room for six”'],
      ['For others', '“an hour for Dana with Bob”, “without me”, “just book it, no need to ask”'],
      ['Change', '“make it 45 minutes”, “add Dan to the budget meeting”, “undo”'],
      ['Answer', '“yes to branding”, “no, I’m on holiday”, “Tuesday at 3 would suit me”'],
    ] as readonly (readonly [string, string])[],
    welcome: 'Hello! I’m Assent. Tell me who should meet and I do the rest.',
    inGroups: 'In a group chat, mention me; “with everyone” means its members.',
  },
};
