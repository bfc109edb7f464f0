import type { Words } from '../words.ts';

export const mails: Words['mails'] = {
  hello: (name) => `Guten Tag ${name},`,
  question: {
    subject: (title) => `${title}: Passt Ihnen diese Zeit?`,
    subjectOfSeveral: (title) => `${title}: Welche dieser Zeiten passen Ihnen?`,
    reminder: (subject) => `Erinnerung: ${subject}`,
    asks: (organizer, title, duration) =>
      `${organizer} möchte sich mit Ihnen treffen: „${title}“, ${duration}.`,
    place: (place) => `Ort: ${place}`,
    zone: (zone) => `Alle Zeiten: ${zone}.`,
    answerBy: (moment) => `Bitte antworten Sie bis ${moment}.`,
    answerHere: 'Hier antworten',
    linkIsYours: 'Dieser Link ist nur für Sie.',
  },
};
