import type { Words } from '../words.ts';

export const facts: Words['facts'] = {
  somebody: 'Jemand',
  answers: { yes: 'Ja', ifNeedBe: 'Notfalls', no: 'Nein' },
  approvals: { approved: 'hat zugestimmt', rejected: 'hat abgelehnt', pending: 'noch keine Antwort' },
  statuses: {
    searching: 'Termin wird gesucht',
    proposed: 'Antworten stehen aus',
    confirmed: 'bestätigt',
    cancelled: 'abgesagt',
    expired: 'abgelaufen',
    unschedulable: 'kein Termin gefunden',
  },
  reasons: {
    free: 'frei',
    tentative: 'mit Vorbehalt gebucht',
    busy: 'belegt',
    oof: 'abwesend',
    workingElsewhere: 'arbeitet an anderem Ort',
    unknown: 'Kalender nicht lesbar',
    outsideWorkingHours: 'außerhalb der Arbeitszeit',
    againstWish: 'gegen einen Wunsch',
    againstHardWish: 'gegen einen Wunsch',
    buffer: 'keine Pause dazwischen',
  },
  saidWish: (wish) => `Wunsch: „${wish}“`,
  obstacles: {
    busy: (name) => `${name ?? 'Jemand'} ist belegt.`,
    unknown: (name) =>
      name === undefined
        ? 'Ein Kalender kann nicht gelesen werden.'
        : `Der Kalender von ${name} kann nicht gelesen werden.`,
    workingHours: (name) =>
      name === undefined
        ? 'Es liegt außerhalb der Arbeitszeit.'
        : `Es liegt außerhalb der Arbeitszeit von ${name}.`,
    wish: (name) => `${name ?? 'Jemand'} möchte diese Zeiten meiden.`,
    room: () => 'Kein Raum ist frei.',
    dailyWindow: () => 'In den Uhrzeiten, die Sie genannt haben, ist nichts frei.',
    daysOfWeek: () => 'An den Wochentagen, die Sie genannt haben, ist nichts frei.',
    notice: () => 'Es ist zu kurzfristig.',
    window: () => 'Der Zeitraum, den Sie genannt haben, ist zu kurz.',
  },
  concessions: {
    requiredPerson: (name) => (name === undefined ? 'Ohne eine der Personen:' : `Ohne ${name}:`),
    wish: (name) => (name === undefined ? 'Gegen einen Wunsch:' : `Gegen den Wunsch von ${name}:`),
    hour: () => 'Eine Stunde früher oder später am Tag:',
    room: () => 'Ohne Raum:',
    workingHours: () => 'Außerhalb der Arbeitszeit einer Person:',
  },
};
