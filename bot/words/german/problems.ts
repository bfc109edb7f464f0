import type { Words } from '../words.ts';

const refusals: Words['problems']['refusals'] = {
  noSuchMeeting: () => 'Diese Besprechung gibt es nicht, oder Sie nehmen nicht daran teil.',
  notInvited: () =>
    'Sie sind zu dieser Besprechung nicht eingeladen. Bitten Sie die organisierende Person, Sie hinzuzufügen.',
  agentCannotAnswer: () =>
    'Ein Agent kann nicht für Sie antworten. Bitte antworten Sie in Teams oder über Ihren Link.',
  onlyOrganizer: () => 'Das kann nur, wer die Besprechung organisiert. Bitte fragen Sie dort nach.',
  notDelegate: ({ organizer }) =>
    `Das geht nicht für ${organizer}: Sie haben für diesen Kalender keine Stellvertretung.`,
  askFirst: ({ isAgent }) =>
    isAgent
      ? 'Ein Agent kann hier keine Besprechung buchen, ohne die anderen zu fragen.'
      : 'Hier wird keine Besprechung gebucht, ohne die anderen zu fragen. Bitte fragen Sie sie.',
  over: ({ ending }) => {
    switch (ending) {
      case 'confirmed':
        return 'Diese Besprechung ist vorbei. Sie können eine neue anfragen.';
      case 'cancelled':
        return 'Diese Besprechung wurde abgesagt. Sie können eine neue anfragen.';
      case 'expired':
        return 'Diese Besprechung ist abgelaufen. Sie können eine neue anfragen.';
      case 'unschedulable':
        return 'Für diese Besprechung wurde keine Zeit gefunden. Sie können eine neue anfragen.';
    }
  },
  notProposedYet: () => 'Es werden noch Zeiten gesucht; vorgeschlagen ist noch nichts.',
  nothingAsked: () => 'Zurzeit wird niemand gefragt.',
  timePassed: () => 'Diese Zeit ist vorbei. Bitte wählen Sie eine künftige.',
  versionUnknown: () => 'Die Besprechung hat sich inzwischen geändert. Bitte sehen Sie sie noch einmal an.',
  roundOver: () => 'Diese Zeiten wurden ersetzt. Bitte antworten Sie zu den neuen.',
  roundUnknown: () => 'Nach diesen Zeiten wird noch nicht gefragt.',
  searchingAgain: () => 'Es werden neue Zeiten gesucht; Sie werden wieder gefragt.',
  slotNotProposed: () => 'Diese Zeit gehört nicht zu den vorgeschlagenen.',
  answerMissing: () => 'Bitte antworten Sie zu jeder Zeit.',
  wrongLength: ({ minutes }) => `Die Zeit, die Sie vorschlagen, muss ${minutes} Minuten lang sein.`,
  noTimesFound: () => 'Es wurde keine Zeit gefunden. Wählen Sie zuerst Zeiten oder mehr Tage.',
  bookingUnderWay: () => 'Die Besprechung wird schon gebucht.',
  bookedAlready: () => 'Die Besprechung ist schon gebucht.',
  slotNotOffered: () => 'Diese Zeit steht nicht zur Wahl. Schlagen Sie sie zuerst vor.',
  allTimesPassed: () => 'Alle diese Zeiten sind vorbei. Bitte schlagen Sie andere vor.',
  approvalsMissing: ({ missing }) => {
    const whose =
      missing === 0 ? '' : missing === 1 ? ' Eine Antwort fehlt noch.' : ` ${missing} Antworten fehlen noch.`;
    return `Die Gefragten haben noch nicht zugestimmt.${whose} Sobald sie es tun, wird gebucht.`;
  },
  moveInstead: () => 'Die Besprechung ist gebucht. Verschieben Sie sie stattdessen.',
  daysPassed: () => 'Diese Tage sind vorbei.',
  organizerStays: () => 'Wer die Besprechung organisiert, nimmt immer teil.',
  notAnAttendee: () => 'Diese Person nimmt an der Besprechung nicht teil.',
  addedAndRemoved: () => 'Eine Person kann nicht zugleich hinzugefügt und entfernt werden.',
  nobodyNamed: () => 'Nennen Sie jemanden, der hinzukommen oder wegfallen soll.',
  nobodyLeft: () => 'Es bliebe niemand übrig. Sagen Sie die Besprechung stattdessen ab.',
  tooManyAttendees: ({ most }) => `An einer Besprechung nehmen höchstens ${most} Personen teil.`,
  everybodyAnswered: () => 'Alle haben geantwortet; es gibt niemanden zu erinnern.',
  cancelledAlready: () => 'Die Besprechung ist schon abgesagt.',
  nothingToEdit: () => 'Das ist schon so.',
  agendaInEvent: () =>
    'Die Besprechung ist gebucht. Bitte ändern Sie die Agenda im Termin in Ihrem Kalender.',
  staysOnline: () => 'Eine Besprechung, die online gebucht ist, bleibt online.',
  editUnderWay: () => 'Der Kalender hat noch nicht geantwortet. Sobald er es tut, wird es geändert.',
  notFreeThatLong: ({ names, isRoomTaken }) =>
    `So lange geht es nicht, denn gleich danach ist etwas anderes: ${[names, isRoomTaken ? 'der Raum' : ''].filter(Boolean).join(' und ')}. Es bleibt alles, wie es ist.`,
  eventNotEdited: () =>
    'Der Kalender hat die Änderung nicht angenommen, es bleibt also alles, wie es ist. Gibt es den Termin noch?',
};

export const problems: Words['problems'] = {
  refusals,
  codes: {
    precondition_failed: 'Das geht beim jetzigen Stand der Besprechung nicht.',
    conflict: 'Die Besprechung hat sich inzwischen geändert. Bitte sehen Sie sie noch einmal an.',
    requires_approval: 'Dafür ist erst eine Zustimmung nötig.',
    forbidden: 'Das dürfen Sie nicht.',
    not_found: 'Diese Besprechung finde ich nicht.',
    invalid: 'Das ist nicht gültig. Bitte prüfen Sie es.',
    rate_limited: 'Das war zu viel auf einmal. Bitte warten Sie einen Moment.',
    unavailable: 'Das ist gerade nicht verfügbar. Bitte versuchen Sie es gleich noch einmal.',
  },
  noSuchTime: 'Diese Zeit kann nicht verwendet werden. Bitte wählen Sie eine andere.',
};
