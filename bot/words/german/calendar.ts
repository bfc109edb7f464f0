import type { Words } from '../words.ts';

export const calendar: Words['calendar'] = {
  hold: (title) => `Vorgemerkt: ${title}`,
  preparation: (title) => `Vorbereiten: ${title}`,
  comments: {
    moved: 'Die Besprechung wurde verschoben. Eine neue Einladung folgt.',
    otherTimeChosen: 'Eine andere Zeit wurde gewählt. Eine neue Einladung folgt.',
    staysBooked: 'Die Besprechung bleibt bei der Zeit, die schon gebucht war.',
  },
};
