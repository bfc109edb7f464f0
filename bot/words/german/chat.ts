import type { Words } from '../words.ts';

export const chat: Words['chat'] = {
  unknownSender: 'Ich kann nicht erkennen, wer Sie sind, und deshalb nichts für Sie planen.',
  notInDirectory: 'Ich finde Sie nicht im Verzeichnis und kann deshalb nichts für Sie planen.',
  failed: 'Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
  working: 'Ich arbeite daran. Diese Karte folgt gleich.',
  unreadableCard: 'Diese Karte kann nicht gelesen werden.',

  yourMeetings: 'Ihre Besprechungen',
  waitingForYou: 'Wartet auf Ihre Antwort',
  whichOne: 'Welche meinen Sie?',
  noMeetings: 'Sie haben hier noch keine Besprechungen.',
  nothingWaiting: 'Nichts wartet auf Ihre Antwort.',

  requestIsOver: 'Diese Anfrage ist abgeschlossen. Bitte schreiben Sie noch einmal, was Sie möchten.',
  onlyTheAsker: 'Das kann nur, wer gefragt hat.',
  noLongerOffered: 'Diese Zeit wird nicht mehr angeboten. Bitte nehmen Sie die neueste Karte.',
  discarded: 'Verworfen. Niemand wurde gefragt.',
  alreadyProposed: 'Diese Anfrage ist schon vorgeschlagen worden.',
  notAChange: 'Das habe ich nicht als Änderung dieser Anfrage verstanden.',
  noTimeYet: 'Es gibt noch keine Zeit, die vorgeschlagen werden kann.',
  askedInGroup: 'Sie haben diese Besprechung in einem Gruppenchat angefragt. Hier können Sie sie verfolgen.',

  questions: {
    noAttendees: () => 'Wer soll an der Besprechung teilnehmen?',
    ambiguousPerson: (name) => `Wen meinen Sie mit „${name}“?`,
    unknownPerson: (name) => `Ich kenne „${name}“ nicht. Wen meinen Sie? Eine E-Mail-Adresse genügt.`,
    switchedOff: (name) => `Das Konto von ${name} ist abgeschaltet. Wer soll stattdessen kommen?`,
    unknownColleague: (address) =>
      `In Ihrer Organisation hat niemand die Adresse „${address}“. Wen meinen Sie?`,
    largeGroup: (name) =>
      `„${name}“ hat zu viele Mitglieder, um alle mit dem Namen der Gruppe einzuladen. Wer davon soll kommen?`,
    emptyGroup: (name) => `In „${name}“ ist sonst niemand. Wer soll kommen?`,
    ambiguousRoom: (name) => `Welchen Raum meinen Sie mit „${name}“?`,
    unknownRoom: (name) => `Einen Raum „${name}“ kenne ich nicht.`,
    noTimeLeft: () => 'In dem Zeitraum, den Sie genannt haben, ist keine Zeit mehr. Wann soll es sein?',
    ambiguousZone: (name) => `Welche Ortszeit ist mit „${name}“ gemeint?`,
    tooLong: (hours) => `Ein Termin dauert höchstens 24 Stunden, nicht ${hours}. Wie lange soll er dauern?`,
    impossibleDate: (date) => `„${date}“ ist kein Datum. Wann soll es sein?`,
  },
  choices: {
    'this week': 'Diese Woche',
    'next week': 'Nächste Woche',
    'next 5 working days': 'Die nächsten fünf Arbeitstage',
  },
};
