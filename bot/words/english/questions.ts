/** Answers to questions about calendars and rooms, and to talk that is about neither. */
export const questions = {
  agenda: {
    /** What was asked for comes as it was read: `on Sat 5 Dec`, `with Carol`. */
    title: (what: string) => (what === '' ? 'In your calendar' : `In your calendar ${what}`),
    nothing: (what: string) =>
      what === '' ? 'You have nothing in your calendar.' : `You have nothing in your calendar ${what}.`,
    next: (subject: string, slot: string) => `Next: “${subject}”, ${slot}.`,
    first: (subject: string, slot: string) => `First: “${subject}”, ${slot}.`,
    last: (subject: string, slot: string) => `Last: “${subject}”, ${slot}.`,
    allDay: 'all day',
    untitled: 'No title',
    beingAgreed: 'Still being agreed on',
  },

  free: {
    you: 'You',
    free: (name: string, isYou: boolean, slot: string) => `${name} ${isYou ? 'are' : 'is'} free ${slot}.`,
    busy: (name: string, isYou: boolean, slots: string) => `${name} ${isYou ? 'are' : 'is'} busy ${slots}.`,
    bothFree: (names: string, slot: string) => `${names} are free ${slot}.`,
    freeFrom: (moment: string) => `Free from ${moment}.`,
    unknown: (names: string) => `I can’t read the calendar of ${names}, so I don’t know.`,
    title: (names: string, isYou: boolean) => `When ${names} ${isYou ? 'are' : 'is'} free`,
    titleAll: (names: string) => `When ${names} are free`,
    nothing: (duration: string) => `There is no free ${duration} then.`,
    find: 'Find a time',
    passed: 'That time has passed.',
    picture: (names: string) => `Availability of ${names}`,
  },

  rooms: {
    title: (slot: string) => `Free rooms, ${slot}`,
    none: (slot: string) => `No room is free ${slot}.`,
    noRooms: 'There are no rooms in the directory.',
    seats: (count: number) => (count === 1 ? '1 seat' : `${count} seats`),
    meetHere: (room: string) => `Meet in ${room}`,
  },

  talk: {
    thanks: 'You’re welcome.',
    hello: 'Hello! Who would you like to meet, and when?',
    good: 'Good to know.',
    /** After words that ask for nothing that can be done here. */
    tryThis: 'I didn’t understand that. Try “30 min with Bob tomorrow”, or write “help”.',
  },
};
