import type { Words } from '../words.ts';

export const pages: Words['pages'] = {
  answer: {
    asksFor: (organizer, duration, isOnline) =>
      `${organizer} bittet um ${duration}${isOnline ? ', online' : ''}.`,
    zone: (zone) => `Alle Zeiten: ${zone}.`,
    hello: (name, moment) => `Guten Tag ${name}, bitte antworten Sie bis ${moment}.`,
    newTimes: 'Diese Zeiten sind neu und ersetzen die bisherigen.',
    recorded: 'Vielen Dank, Ihre Antwort ist gespeichert. Sie können sie unten noch ändern.',
    youSuggested: 'Ihr Vorschlag:',
    anotherTime: 'Eine andere Zeit (optional)',
    day: 'Tag',
    start: 'Beginn',
    comment: 'Kommentar (optional)',
    send: 'Antwort senden',
    answersSoFar: 'Bisherige Antworten',
  },
  form: {
    unreadable: 'Das Formular konnte nicht gelesen werden. Bitte füllen Sie es noch einmal aus.',
    answerMissing: 'Bitte antworten Sie zu jeder Zeit.',
    halfATime: 'Für eine andere Zeit geben Sie bitte Tag und Beginn an.',
    noSuchDay: 'Diesen Tag gibt es nicht. Bitte prüfen Sie ihn.',
  },
  closed: {
    confirmed: (slot) => `Diese Besprechung ist bestätigt: ${slot}.`,
    invitation: 'Sie finden sie in der Einladung, die Sie per E-Mail erhalten haben.',
    cancelled: 'Diese Besprechung wurde abgesagt.',
    willNotTakePlace: 'Diese Besprechung findet nicht statt.',
    nothingToAnswer: 'Es gibt nichts mehr zu beantworten.',
    searching: 'Es werden neue Zeiten gesucht; Sie werden per E-Mail wieder gefragt.',
  },
  badLink: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Bitte verwenden Sie den Link genau so, wie er in der E-Mail steht.',
  },
  expiredLink: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Die Zeit für eine Antwort ist vorbei. Bitte schreiben Sie an die Person, die eingeladen hat.',
  },
  notInvited: {
    title: 'Sie werden nicht mehr gefragt',
    text: 'Sie nehmen an dieser Besprechung nicht teil, oder es gibt sie nicht mehr.',
  },
  notNow: {
    title: 'Gerade nicht möglich',
    text: 'Das hat nicht geklappt. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  tooMany: { title: 'Zu viele Anfragen', text: 'Bitte warten Sie eine Minute.' },
  privacy: {
    title: 'Datenschutz',
    text: 'Assent speichert, wer an einer Besprechung teilnimmt, welche Zeiten vorgeschlagen und welche Antworten gegeben wurden, solange die Besprechung läuft und 90 Tage danach. Es liest, wann jemand frei oder belegt ist, nie, worum es in Terminen geht. Nichts verlässt die Systeme der Organisation, die es betreibt.',
  },
  terms: {
    title: 'Nutzungsbedingungen',
    text: 'Assent ist freie Software unter der MIT-Lizenz. Es wird ohne Gewähr bereitgestellt; verantwortlich ist die Organisation, die es betreibt.',
  },
};
