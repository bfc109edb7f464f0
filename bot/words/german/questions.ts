import type { Words } from '../words.ts';

export const questions: Words['questions'] = {
  agenda: {
    title: (what) => (what === '' ? 'In Ihrem Kalender' : `In Ihrem Kalender ${what}`),
    nothing: (what) =>
      what === '' ? 'In Ihrem Kalender steht nichts.' : `In Ihrem Kalender steht ${what} nichts.`,
    next: (subject, slot) => `Als Nächstes: „${subject}“, ${slot}.`,
    first: (subject, slot) => `Zuerst: „${subject}“, ${slot}.`,
    last: (subject, slot) => `Zuletzt: „${subject}“, ${slot}.`,
    allDay: 'ganztägig',
    untitled: 'Ohne Titel',
    beingAgreed: 'Noch in Abstimmung',
  },

  free: {
    you: 'Sie',
    free: (name, isYou, slot) => `${name} ${isYou ? 'sind' : 'ist'} frei: ${slot}.`,
    busy: (name, isYou, slots) => `${name} ${isYou ? 'sind' : 'ist'} belegt: ${slots}.`,
    bothFree: (names, slot) => `${names} sind frei: ${slot}.`,
    freeFrom: (moment) => `Frei ab ${moment}.`,
    unknown: (names) => `Den Kalender von ${names} kann ich nicht lesen, also weiß ich es nicht.`,
    title: (names, isYou) => `Wann ${names} frei ${isYou ? 'sind' : 'ist'}`,
    titleAll: (names) => `Wann ${names} frei sind`,
    nothing: (duration) => `Dann ist nirgends ${duration} frei.`,
    find: 'Zeit finden',
    passed: 'Diese Zeit ist vorbei.',
    picture: (names) => `Verfügbarkeit von ${names}`,
  },

  rooms: {
    title: (slot) => `Freie Räume, ${slot}`,
    none: (slot) => `Kein Raum ist frei: ${slot}.`,
    noRooms: 'Im Verzeichnis gibt es keine Räume.',
    seats: (count) => (count === 1 ? '1 Platz' : `${count} Plätze`),
    meetHere: (room) => `In ${room} treffen`,
  },

  talk: {
    thanks: 'Gern geschehen.',
    hello: 'Hallo! Wen möchten Sie treffen, und wann?',
    good: 'Gut zu wissen.',
    tryThis:
      'Das habe ich nicht verstanden. Versuchen Sie „30 Min. mit Bob morgen“ oder schreiben Sie „Hilfe“.',
  },
};
