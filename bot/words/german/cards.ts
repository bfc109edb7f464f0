import type { Words } from '../words.ts';

export const cards: Words['cards'] = {
  zone: (zone) => `Alle Zeiten: ${zone}.`,
  more: (count) => `${count} weiteren`,
  andMore: (count) => `und ${count} weitere`,
  optional: (name) => `${name} (optional)`,
  optionalMark: '(optional)',
  online: 'online',
  organizerWithout: (organizer, names) => `${names}, ohne ${organizer}`,
  onBehalf: (delegate, organizer) => `${delegate} für ${organizer}`,
  organizerWith: (organizer, names) => `${organizer} mit ${names}`,
  quote: (text) => `„${text}“`,
  answerBy: (moment) => `Bitte antworten Sie bis ${moment}.`,
  lastKnown: (moment) => `Stand ${moment}: Neueres lässt sich gerade nicht anzeigen.`,
  newerBelow: 'Weiter unten steht eine neuere Karte zu dieser Besprechung.',
  refresh: 'Aktualisieren',

  approval: {
    asks: (organizer, title, times) => `${organizer} bittet um Ihre Zustimmung: ${title}, ${times}.`,
    approve: 'Zustimmen',
    reject: 'Ablehnen',
    noneOfThese: 'Keine davon',
    otherTime: 'Andere Zeit',
    suggestTime: 'Diese Zeit vorschlagen',
    sendAnswers: 'Antworten senden',
    changeAnswer: 'Antwort ändern',
    send: 'Senden',
    reason: 'Grund (optional)',
    comment: 'Kommentar (optional)',
    whichSuit: (zone) => `Welche dieser Zeiten passen Ihnen? Alle Zeiten: ${zone}.`,
    moves: (organizer, slot) =>
      `${organizer} möchte diese Besprechung verschieben. Gebucht ist sie für ${slot}, und dabei bleibt es, bis alle zugestimmt haben.`,
    again: 'Die bisherigen Zeiten passten nicht allen. Hier ist ein neuer Vorschlag.',
    youSuggested: 'Ihr Vorschlag:',
    yourAnswers: 'Ihre Antworten:',
    yourAnswer: {
      yes: '✓ Sie haben zugestimmt',
      ifNeedBe: '✓ Sie können notfalls',
      no: '✗ Sie haben abgelehnt',
    },
  },

  answers: {
    unreached: 'nicht erreichbar',
    askedByMail: 'per E-Mail gefragt',
    invited: 'eingeladen',
    count: (answered, all) => {
      if (all === 1) return answered === 1 ? 'Die Antwort ist da' : 'Noch keine Antwort';
      return answered === all ? `Alle ${all} haben geantwortet` : `${answered} von ${all} haben geantwortet`;
    },
    tally: (yes, ifNeedBe, no) => `${yes}\u00a0Ja, ${ifNeedBe}\u00a0notfalls, ${no}\u00a0Nein`,
    suggests: (name) => `${name} schlägt vor:`,
  },

  form: {
    inZone: (zone) => `Alle Zeiten: ${zone}.`,
    day: 'Tag',
    start: 'Beginn',
    chooseDay: 'Bitte wählen Sie einen Tag.',
    chooseTime: 'Bitte wählen Sie eine Zeit.',
  },

  organizer: {
    remind: 'Erinnern',
    confirm: 'Jetzt bestätigen',
    whichTime: 'Welche Zeit?',
    confirmThis: 'Diese Zeit bestätigen',
    choose: 'Zeit wählen',
    chooseLabel: 'Alle zu einer oder mehreren dieser Zeiten fragen',
    otherTime: 'Andere Zeit',
    move: 'Verschieben',
    ask: 'Alle fragen',
    cancel: 'Besprechung absagen',
    cancelReason: 'Grund, für alle (optional)',
    cancelNow: 'Jetzt absagen',
    round: (round) => `Runde ${round}`,
    stillBooked: (slot) => `Noch gebucht: ${slot}`,
    answersBy: (moment) => `Antworten bis ${moment}.`,
  },

  outcome: {
    confirmed: '✓ Bestätigt',
    confirmedAs: (title, slot) => `Bestätigt: ${title}, ${slot}.`,
    join: 'Teilnehmen',
    openInCalendar: 'Im Kalender öffnen',
    searching: 'Es werden Zeiten gesucht, die allen passen …',
    cancelled: { status: '✗ Abgesagt', sentence: 'Diese Besprechung wurde abgesagt.' },
    expired: { status: '✗ Abgelaufen', sentence: 'Es kamen nicht genug Antworten rechtzeitig.' },
    unschedulable: { status: '✗ Kein Termin gefunden', sentence: 'Keine Zeit passt allen.' },
  },

  suggestion: {
    wanted: (duration, names) => `${duration} mit ${names}`,
    understood: (phrases) => `Verstanden: ${phrases}.`,
    notUnderstood: (phrases) => `Das habe ich nicht verstanden: ${phrases}.`,
    noTime: 'Keine Zeit passt allen.',
    othersFree: (count) =>
      count === 1 ? '✓ 1 weitere Person ist frei' : `✓ ${count} weitere Personen sind frei`,
    propose: 'Vorschlagen',
    book: 'Buchen',
    notDelegate: (name) =>
      `Sie haben keine Stellvertretung für den Kalender von ${name}. Die Einladung kommt deshalb von Ihnen.`,
    inNameOf: (name) => `Sie fragen im Namen von ${name}.`,
    withoutYou: 'Sie nehmen nicht teil.',
    unasked: (names) => `Es wird niemand vorher gefragt. Eine Einladung geht an: ${names}.`,
    letVote: 'Darüber abstimmen lassen',
    change: 'Ändern',
    changeLabel: 'Was soll anders sein? Zum Beispiel: „lieber vormittags“, „ohne Bob“, „30 Minuten“.',
    searchAgain: 'Neu suchen',
    discard: 'Verwerfen',
  },

  picture: {
    alt: (slots) =>
      `Wann alle an diesen Tagen verfügbar sind, als Zeitleiste mit den vorgeschlagenen Zeiten. ${slots}.`,
    busy: 'belegt',
    tentative: 'Vorbehalt',
    oof: 'abwesend',
    workingElsewhere: 'anderswo',
    unknown: 'unbekannt',
    offHours: 'arbeitsfrei',
  },

  list: {
    waitingForYou: 'wartet auf Ihre Antwort',
    show: 'Anzeigen',
    more: 'Es gibt weitere. Fragen Sie mit dem Titel nach einer davon.',
  },

  question: {
    write: 'Schreiben Sie einfach Ihre Antwort.',
    chooseOrWrite: 'Wählen Sie aus, oder schreiben Sie einfach Ihre Antwort.',
  },

  help: {
    fallback:
      'Sagen Sie mir, was ich planen soll, zum Beispiel: 45 Minuten mit Bob und Carol nächste Woche über das Q3-Budget.',
    what: 'Ich finde eine Zeit, bitte alle um Zustimmung und buche die Besprechung, sobald sie einverstanden sind.',
    examples: [
      ['Planen', '„45 Minuten mit Bob und Carol nächste Woche über das Q3-Budget“'],
      ['Nachsehen', '„was habe ich morgen“, „meine Termine“, „wer fehlt noch“'],
      ['Fragen', '„wann ist Bob am Donnerstag frei?“, „welche Räume sind um 14 Uhr frei?“'],
      ['Handeln', '„erinnere alle“, „verschiebe das Budget auf Donnerstag“, „bestätige“, „absagen“'],
    ],
    more: 'Mehr',
    moreExamples: [
      ['Abstimmen', '„lass Bob, Carol und Dan über drei Zeiten nächste Woche abstimmen“'],
      ['Freiwillig', '„mit Bob, Carol optional; zwei von drei reichen“'],
      ['Gäste und Räume', '„mit jane@example.com, in einem Raum für sechs“'],
      ['Für andere', '„eine Stunde für Dana mit Bob“, „ohne mich“, „buch es einfach, ohne zu fragen“'],
      ['Ändern', '„mach 45 Minuten daraus“, „nimm Dan zum Budgettermin dazu“'],
      ['Antworten', '„ja zu Branding“, „nein, ich bin im Urlaub“, „Dienstag um 15 Uhr würde passen“'],
    ],
    welcome: 'Hallo! Ich bin Assent. Sagen Sie mir, wer sich treffen soll, und ich kümmere mich um den Rest.',
    inGroups: 'Erwähnen Sie mich in einem Gruppenchat; „mit allen“ meint seine Mitglieder.',
  },
};
