import type { Words } from '../words.ts';

function also(suggested: string | undefined): string {
  return suggested === undefined ? '' : ` und ${suggested} vorgeschlagen`;
}

export const history: Words['history'] = {
  requested: (who, title) => `${who} hat „${title}“ angefragt.`,
  proposed: (round, times, asked) => {
    const proposed = `Runde ${round}: ${times === 1 ? 'eine Zeit' : `${times} Zeiten`} vorgeschlagen`;
    return asked === undefined
      ? `${proposed}; niemand musste noch einmal gefragt werden.`
      : `${proposed}, gefragt: ${asked.text}.`;
  },
  answered: {
    approved: (who, suggested) => `${who} hat zugestimmt${also(suggested)}.`,
    declined: (who, suggested) => `${who} hat abgelehnt${also(suggested)}.`,
    mixed: (who, suggested) => `${who} hat geantwortet${also(suggested)}.`,
  },
  takenBack: 'Eine Zustimmung wurde zurückgenommen. Die Besprechung wartet wieder auf Antworten.',
  reminded: (who, people) => {
    if (people === undefined) return 'Alle, deren Antwort fehlte, wurden erinnert.';
    if (who !== undefined) return `${who} hat ${people.text} erinnert.`;
    return `${people.text} ${people.count === 1 ? 'wurde' : 'wurden'} erinnert.`;
  },
  confirmed: (who) => `${who} hat die Buchung bestätigt.`,
  booked: (title, slot) => `„${title}“ ist gebucht: ${slot}.`,
  cancelled: (who) => `${who} hat die Besprechung abgesagt.`,
  rescheduled: (who, slots) =>
    slots === undefined
      ? `${who} hat um eine andere Zeit gebeten.`
      : `${who} hat um eine andere Zeit gebeten: ${slots}.`,
  slotsChosen: (who, slots) => `${who} hat ${slots} vorgeschlagen.`,
  attendeesChanged: (who, added, removed) => {
    const parts = [
      ...(added === undefined ? [] : [`${added.text} hinzugefügt`]),
      ...(removed === undefined ? [] : [`${removed.text} entfernt`]),
    ];
    return `${who} hat ${parts.join(' und ')}.`;
  },
  edited: (who, edits) => `${who} hat die Besprechung geändert: ${edits}.`,
  edits: {
    title: (before, after) => `Titel „${after}“ statt „${before}“`,
    agenda: 'neue Agenda',
    place: (after) => (after === '' ? 'kein Ort mehr' : `Ort „${after}“`),
    online: (isOnline) => (isOnline ? 'online' : 'nicht online'),
    length: (before, after) => `Dauer ${after} statt ${before}`,
  },
  notEdited: 'Die Besprechung wurde deshalb nicht geändert.',
  taken: (people, slot) => {
    const who = people?.text ?? 'Der Raum';
    return `${who} ${(people?.count ?? 1) === 1 ? 'ist' : 'sind'} zu dieser Zeit nicht mehr frei: ${slot}.`;
  },
  staysAt: (slot) => `Die Besprechung bleibt bei ${slot}.`,
  ended: 'Die Besprechung ist vorbei.',
};
