import type { Words } from '../words.ts';

export const problems: Words['problems'] = {
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
  answerMissing: 'Bitte antworten Sie zu jeder Zeit.',
};
