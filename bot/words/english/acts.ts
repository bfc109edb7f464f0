/** What is said about acts in words: which meeting is meant, what is asked first, what was done. */
export const acts = {
  /** What was said of a meeting, joined by spaces. */
  which: {
    called: (title: string) => `called “${title}”`,
    withPeople: (names: string) => `with ${names}`,
    on: (day: string) => `on ${day}`,
    fromTo: (first: string, last: string) => `between ${first} and ${last}`,
    at: (clock: string) => `at ${clock}`,
    between: (from: string, to: string) => `between ${from} and ${to}`,
    or: 'or',
    in: (place: string) => `in “${place}”`,
    lasting: (duration: string) => `of ${duration}`,
    waiting: 'that waits for your answer',
  },
  noneFits: (what: string) => `You have no meeting ${what}.`,
  nothingAhead: 'You have no meeting here that is still to come.',
  nearest: 'The nearest is this one:',
  thisOne: 'This one',
  showIt: 'Show',
  tooOld: 'That was a while ago. Please write again what you would like.',
  onlyOrganizer: (name: string) => `Only ${name}, who organizes this meeting, can do that.`,
  keepAsIs: 'Leave it as it is',
  settled: 'Answered below.',
  nothingChanged: 'Nothing was changed.',
  sureOf: 'Is this what you mean?',

  cancel: {
    button: 'Cancel it',
    keep: 'Keep it',
    ask: 'Cancel this meeting?',
    noneOwn: 'You organize none of these meetings, so you can’t cancel them. Nothing was changed.',
    askAll: (count: number) => (count === 1 ? 'Cancel this meeting?' : `Cancel these ${count} meetings?`),
    buttonAll: (count: number) => (count === 1 ? 'Cancel it' : `Cancel all ${count}`),
    effect: {
      booked: 'Everyone in it gets a cancellation.',
      asked: 'Everyone who was asked is told.',
      notAsked: 'Nobody has been asked yet.',
    },
    reason: (reason: string) => `They read your reason: “${reason}”.`,
    doneAll: (count: number) =>
      count === 1 ? '1 meeting was cancelled.' : `${count} meetings were cancelled.`,
    failedFor: (titles: string) => `This didn’t work for ${titles}.`,
    tellOrganizer: 'Say that I can’t come',
    searchEnded: 'I’ve stopped looking for a time. Nobody was asked, and nothing that is booked was touched.',
    orMeeting: 'Did you mean a meeting that exists already?',
    nothingOpen: 'Nothing was open here, and nothing was changed.',
  },

  move: {
    button: 'Move it',
    now: (slot: string) => `Now: ${slot}`,
    effect: {
      confirmed: 'It stays where it is until the others have agreed to the new time.',
      proposed: 'Everyone is asked about this instead.',
    },
    ask: (time: string) => `Ask about ${time}`,
    whenTo: 'When should it be instead? Write a day, a time, or both.',
    noTime: 'No time suits everyone then. Write another day or time.',
    sameTime: 'It is at that time already.',
    passed: 'That time has passed. When should it be instead?',
    others: 'Other times on these days:',
    oneTime: 'At what time exactly? Write a day and a time.',
  },

  edit: {
    button: 'Change it',
    nothing: 'What should be different about it?',
    roomInCalendar: 'Please change the room in the calendar; I follow what is changed there.',
    titled: (title: string) => `It is called “${title}” now.`,
    online: 'It has a link to join now.',
    inPerson: 'It is in person now.',
    place: (place: string) => `It is in “${place}” now.`,
    length: (now: string, before: string) => `It takes ${now} in place of ${before}.`,
    added: (names: string) => `${names} will be asked too.`,
    removed: (names: string) => `${names} will no longer be asked.`,
    unknownPerson: (name: string) => `I don’t know “${name}”. An email address will do.`,
    severalPeople: (name: string, people: string) => `Which “${name}” do you mean: ${people}?`,
    notIn: (name: string) => `${name} isn’t in this meeting.`,
    alreadyIn: (name: string) => `${name} is in this meeting already.`,
    undo: 'Undo',
    undone: 'Undone. It is as it was before.',
    cannotUndo: 'The meeting has changed since then, so this can’t be undone any more.',
  },

  remind: {
    button: 'Remind them',
    done: (names: string) => `I reminded ${names}.`,
    askAll: (count: number) => `Remind everyone about these ${count} meetings?`,
    buttonAll: 'Remind everyone',
    doneAll: (count: number) =>
      count === 1 ? '1 reminder was sent.' : `Reminders for ${count} meetings were sent.`,
  },

  confirm: { button: 'Confirm it' },

  answer: {
    button: { yes: 'Approve', ifNeedBe: 'If need be', no: 'Decline', other: 'Answer' },
    nothingWaits: 'Nothing is waiting for your answer there.',
    noSuchOption: 'There is no such time to choose from.',
    chooseHere: 'Please choose on the card.',
    isBooked: 'It’s booked, and you’re in it.',
    cannotCome: (name: string, title: string, slot: string) => `${name} can’t come to “${title}”, ${slot}.`,
    wantsOther: (name: string, title: string, slot: string, other: string) =>
      `${name} asks whether “${title}”, ${slot}, could be ${other} instead.`,
    wantsAnyOther: (name: string, title: string, slot: string) =>
      `${name} asks for another time for “${title}”, ${slot}.`,
    says: (reason: string) => `They say: “${reason}”.`,
    toldOrganizer: (name: string) => `I told ${name}, who organizes it.`,
    notTold: (name: string) => `I can’t reach ${name} in Teams. Please write to them yourself.`,
  },

  late: {
    button: 'Tell them',
    tells: (name: string, title: string) => `${name} is running late for “${title}”.`,
    tellsBy: (name: string, title: string, duration: string) =>
      `${name} will be ${duration} late for “${title}”.`,
    told: (names: string) => `I told ${names}.`,
    notTold: (names: string) => `I can’t reach ${names} in Teams.`,
    nobody: 'Nobody else is in this meeting.',
    notSoon: 'It doesn’t begin soon. Tell the others anyway?',
  },

  join: {
    button: 'Get the link',
    here: (title: string) => `Here’s the link for “${title}”.`,
    none: (title: string) => `“${title}” has no link to join.`,
    notBooked: (title: string) => `“${title}” isn’t booked yet, so there’s no link.`,
  },

  choose: {
    whichTime: 'Which of these times?',
    none: 'None of the times on offer is that one.',
    button: (time: string) => `Propose ${time}`,
  },

  /** How a language model read a sentence. */
  read: {
    as: (act: string, become: string) => (become === '' ? `Read as: ${act}.` : `Read as: ${act}: ${become}.`),
    all: '– every one of them',
    option: (number: number) => `time ${number}`,
    lastOption: 'the last time',
    later: (duration: string) => `${duration} later`,
    earlier: (duration: string) => `${duration} earlier`,
    longer: (duration: string) => `${duration} longer`,
    shorter: (duration: string) => `${duration} shorter`,
    until: (clock: string) => `until ${clock}`,
    inPerson: 'in person',
    soonest: 'as soon as possible',
  },

  unsure: {
    ask: 'I’m not sure what you’d like. Is it one of these?',
    acts: {
      new: 'Find a time for a new meeting',
      change: 'Change what I’m looking for',
      choose: 'Take one of the times on offer',
      answer: 'Answer an invitation',
      move: 'Move a meeting',
      edit: 'Change a meeting',
      cancel: 'Cancel a meeting',
      remind: 'Remind people',
      confirm: 'Confirm a meeting',
      list: 'See my meetings',
      about: 'Ask about a meeting',
      free: 'See who is free when',
      room: 'Find a room',
      join: 'Join a meeting',
      late: 'Say that I’m late',
      help: 'See what you can do',
      social: 'Just saying',
      nevermind: 'Nothing, never mind',
      none: 'None of these',
    },
  },

  changed: {
    inPlaceOf: (now: string, before: string) => `${now} in place of ${before}`,
    added: (names: string) => `with ${names} too`,
    removed: (names: string) => `without ${names}`,
    times: 'at other times',
    place: 'in another place',
    rest: 'with other conditions',
    summary: (parts: string) => `Changed: ${parts}.`,
  },
};
