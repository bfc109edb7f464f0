import type { Words } from '../words.ts';

export const acts: Words['acts'] = {
  which: {
    called: (title) => `namens „${title}“`,
    withPeople: (names) => `mit ${names}`,
    on: (day) => `am ${day}`,
    fromTo: (first, last) => `zwischen ${first} und ${last}`,
    at: (clock) => `um ${clock}`,
    between: (from, to) => `zwischen ${from} und ${to}`,
    or: 'oder',
    in: (place) => `in „${place}“`,
    lasting: (duration) => `von ${duration}`,
    waiting: 'die auf Ihre Antwort wartet',
  },
  noneFits: (what) => `Sie haben keine Besprechung ${what}.`,
  nothingAhead: 'Sie haben hier keine Besprechung, die noch bevorsteht.',
  nearest: 'Am nächsten kommt diese:',
  thisOne: 'Diese',
  showIt: 'Zeigen',
  tooOld: 'Das ist eine Weile her. Bitte schreiben Sie noch einmal, was Sie möchten.',
  onlyOrganizer: (name) => `Das kann nur ${name}, von wem diese Besprechung ausgeht.`,
  keepAsIs: 'So lassen',
  settled: 'Weiter unten beantwortet.',
  nothingChanged: 'Es wurde nichts geändert.',
  sureOf: 'Meinen Sie das?',

  cancel: {
    button: 'Absagen',
    keep: 'Nicht absagen',
    ask: 'Diese Besprechung absagen?',
    noneOwn:
      'Keine dieser Besprechungen geht von Ihnen aus; absagen können Sie sie nicht. Es wurde nichts geändert.',
    askAll: (count) => (count === 1 ? 'Diese Besprechung absagen?' : `Diese ${count} Besprechungen absagen?`),
    buttonAll: (count) => (count === 1 ? 'Absagen' : `Alle ${count} absagen`),
    effect: {
      booked: 'Alle Teilnehmenden erhalten eine Absage.',
      asked: 'Alle, die gefragt wurden, erfahren es.',
      notAsked: 'Bisher wurde niemand gefragt.',
    },
    reason: (reason) => `Sie lesen Ihren Grund: „${reason}“.`,
    doneAll: (count) =>
      count === 1 ? '1 Besprechung wurde abgesagt.' : `${count} Besprechungen wurden abgesagt.`,
    failedFor: (titles) => `Bei ${titles} ging das nicht.`,
    tellOrganizer: 'Sagen, dass ich nicht kann',
    searchEnded:
      'Ich suche keine Zeit mehr. Niemand wurde gefragt, und an dem, was gebucht ist, hat sich nichts geändert.',
    orMeeting: 'Oder meinten Sie eine Besprechung, die es schon gibt?',
    nothingOpen: 'Hier war nichts offen, und es wurde nichts geändert.',
  },

  move: {
    button: 'Verschieben',
    now: (slot) => `Jetzt: ${slot}`,
    effect: {
      confirmed: 'Bis die anderen der neuen Zeit zugestimmt haben, bleibt es bei der alten.',
      proposed: 'Alle werden stattdessen danach gefragt.',
    },
    ask: (time) => `${time} anfragen`,
    whenTo: 'Wann soll sie stattdessen sein? Schreiben Sie einen Tag, eine Uhrzeit oder beides.',
    noTime: 'Dann passt keine Zeit allen. Schreiben Sie einen anderen Tag oder eine andere Uhrzeit.',
    sameTime: 'Sie ist schon zu dieser Zeit.',
    passed: 'Diese Zeit ist vorbei. Wann soll sie stattdessen sein?',
    others: 'Andere Zeiten an diesen Tagen:',
    oneTime: 'Um welche Uhrzeit genau? Schreiben Sie einen Tag und eine Uhrzeit.',
  },

  edit: {
    button: 'Ändern',
    nothing: 'Was soll daran anders sein?',
    roomInCalendar: 'Den Raum ändern Sie bitte im Kalender; ich übernehme, was dort geändert wird.',
    titled: (title) => `Sie heißt jetzt „${title}“.`,
    online: 'Sie hat jetzt einen Link zum Teilnehmen.',
    inPerson: 'Sie findet jetzt vor Ort statt.',
    place: (place) => `Sie ist jetzt in „${place}“.`,
    length: (now, before) => `Sie dauert ${now} statt ${before}.`,
    added: (names) => `Auch gefragt: ${names}.`,
    removed: (names) => `Nicht mehr gefragt: ${names}.`,
    unknownPerson: (name) => `Ich kenne „${name}“ nicht. Eine E-Mail-Adresse genügt.`,
    severalPeople: (name, people) => `Wen meinen Sie mit „${name}“: ${people}?`,
    notIn: (name) => `${name} gehört nicht zu dieser Besprechung.`,
    alreadyIn: (name) => `${name} gehört schon zu dieser Besprechung.`,
    undo: 'Rückgängig machen',
    undone: 'Rückgängig gemacht. Sie ist wieder wie vorher.',
    cannotUndo: 'Die Besprechung hat sich seitdem geändert und lässt sich deshalb nicht mehr zurücksetzen.',
  },

  remind: {
    button: 'Erinnern',
    done: (names) => `Erinnert: ${names}.`,
    askAll: (count) => `Alle an diese ${count} Besprechungen erinnern?`,
    buttonAll: 'Alle erinnern',
    doneAll: (count) =>
      count === 1
        ? '1 Erinnerung wurde verschickt.'
        : `Erinnerungen an ${count} Besprechungen wurden verschickt.`,
  },

  confirm: { button: 'Buchen' },

  answer: {
    button: { yes: 'Zustimmen', ifNeedBe: 'Zur Not', no: 'Ablehnen', other: 'Antworten' },
    nothingWaits: 'Dort wartet nichts auf Ihre Antwort.',
    noSuchOption: 'Eine solche Zeit steht nicht zur Wahl.',
    chooseHere: 'Bitte wählen Sie auf der Karte.',
    isBooked: 'Sie ist gebucht, und Sie gehören dazu.',
    cannotCome: (name, title, slot) => `${name} kann zu „${title}“, ${slot}, nicht kommen.`,
    wantsOther: (name, title, slot, other) =>
      `${name} fragt, ob „${title}“, ${slot}, stattdessen ${other} sein kann.`,
    wantsAnyOther: (name, title, slot) => `${name} bittet um eine andere Zeit für „${title}“, ${slot}.`,
    says: (reason) => `Die Begründung: „${reason}“.`,
    toldOrganizer: (name) => `Ich habe es ${name} gesagt; von dort geht sie aus.`,
    notTold: (name) => `Ich erreiche ${name} nicht in Teams. Bitte schreiben Sie selbst.`,
  },

  late: {
    button: 'Den anderen sagen',
    tells: (name, title) => `${name} verspätet sich zu „${title}“.`,
    tellsBy: (name, title, duration) => `${name} verspätet sich zu „${title}“ um ${duration}.`,
    told: (names) => `Ich habe es ${names} gesagt.`,
    notTold: (names) => `Ich erreiche ${names} nicht in Teams.`,
    nobody: 'Außer Ihnen gehört niemand zu dieser Besprechung.',
    notSoon: 'Sie beginnt noch nicht so bald. Den anderen trotzdem Bescheid geben?',
  },

  join: {
    button: 'Link holen',
    here: (title) => `Hier ist der Link zu „${title}“.`,
    none: (title) => `„${title}“ hat keinen Link zum Teilnehmen.`,
    notBooked: (title) => `„${title}“ ist noch nicht gebucht und hat deshalb keinen Link.`,
  },

  choose: {
    whichTime: 'Welche dieser Zeiten?',
    none: 'Diese Zeit ist nicht unter denen, die angeboten sind.',
    button: (time) => `${time} anfragen`,
  },

  read: {
    as: (act, become) => (become === '' ? `Verstanden als: ${act}.` : `Verstanden als: ${act}: ${become}.`),
    all: '– und zwar alle',
    option: (number) => `Termin ${number}`,
    lastOption: 'der letzte Termin',
    later: (duration) => `${duration} später`,
    earlier: (duration) => `${duration} früher`,
    longer: (duration) => `${duration} länger`,
    shorter: (duration) => `${duration} kürzer`,
    until: (clock) => `bis ${clock} Uhr`,
    inPerson: 'vor Ort',
    soonest: 'so bald wie möglich',
  },

  unsure: {
    ask: 'Ich bin nicht sicher, was Sie möchten. Ist es eines davon?',
    acts: {
      new: 'Eine Zeit für eine neue Besprechung finden',
      change: 'Ändern, wonach ich suche',
      choose: 'Eine der angebotenen Zeiten nehmen',
      answer: 'Auf eine Einladung antworten',
      move: 'Eine Besprechung verschieben',
      edit: 'Eine Besprechung ändern',
      cancel: 'Eine Besprechung absagen',
      remind: 'Jemanden erinnern',
      confirm: 'Eine Besprechung buchen',
      list: 'Meine Besprechungen sehen',
      about: 'Nach einer Besprechung fragen',
      free: 'Sehen, wer wann frei ist',
      room: 'Einen Raum finden',
      join: 'An einer Besprechung teilnehmen',
      late: 'Sagen, dass ich mich verspäte',
      help: 'Sehen, was Sie können',
      social: 'Nur so gesagt',
      nevermind: 'Nichts, schon gut',
      none: 'Nichts davon',
    },
  },

  changed: {
    inPlaceOf: (now, before) => `${now} statt ${before}`,
    added: (names) => `auch mit ${names}`,
    removed: (names) => `ohne ${names}`,
    times: 'zu anderen Zeiten',
    place: 'an einem anderen Ort',
    rest: 'unter anderen Bedingungen',
    summary: (parts) => `Geändert: ${parts}.`,
  },
};
