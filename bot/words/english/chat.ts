/** What the bot says in a chat, in the language of the sentence that it answers. */
export const chat = {
  unknownSender: 'I can’t tell who you are, so I can’t schedule for you.',
  notInDirectory: 'I can’t find you in the directory, so I can’t schedule for you.',
  failed: 'That didn’t work just now. Please try again in a moment.',
  working: 'Working on it. This card will follow in a moment.',
  unreadableCard: 'This card can’t be read.',

  yourMeetings: 'Your meetings',
  waitingForYou: 'Waiting for your answer',
  whichOne: 'Which one?',
  noMeetings: 'You have no meetings here yet.',
  nothingWaiting: 'Nothing is waiting for your answer.',

  requestIsOver: 'This request is over. Please write again what you would like.',
  onlyTheAsker: 'Only the person who asked can do this.',
  noLongerOffered: 'This time is no longer on offer. Please use the newest card.',
  discarded: 'Discarded. Nobody was asked.',
  alreadyProposed: 'This request has already been proposed.',
  notAChange: 'I didn’t understand that as a change to this request.',
  noTimeYet: 'There is no time to propose yet.',
  askedInGroup: 'You asked for this meeting in a group chat. You can follow it here.',

  questions: {
    noAttendees: () => 'Who should be in the meeting?',
    ambiguousPerson: (name: string) => `Which “${name}” do you mean?`,
    unknownPerson: (name: string) => `I don’t know “${name}”. Who do you mean? An email address will do.`,
    switchedOff: (name: string) => `${name}’s account is switched off. Who should come instead?`,
    unknownColleague: (address: string) =>
      `Nobody in your organisation has the address “${address}”. Who do you mean?`,
    largeGroup: (name: string) =>
      `“${name}” has too many members to invite them all by its name. Who of them should come?`,
    emptyGroup: (name: string) => `Nobody else is in “${name}”. Who should come?`,
    ambiguousRoom: (name: string) => `Which room do you mean by “${name}”?`,
    unknownRoom: (name: string) => `I don’t know a room called “${name}”.`,
    noTimeLeft: () => 'No time is left in what you asked for. When should it be?',
    ambiguousZone: (name: string) => `Whose time is “${name}”?`,
    tooLong: (hours: string) => `A meeting can last 24 hours at most, not ${hours}. How long should it be?`,
    impossibleDate: (date: string) => `“${date}” isn’t a date. When should it be?`,
  },
  choices: {
    'this week': 'This week',
    'next week': 'Next week',
    'next 5 working days': 'The next five working days',
  },
};
