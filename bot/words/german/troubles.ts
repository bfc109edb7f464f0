import type { ServiceName } from '../../../workflows/domain/meeting/service-problem.ts';
import type { Words } from '../words.ts';

interface ServiceNoun {
  /** Begins a sentence. */
  readonly subject: string;
  /** Where something is or may be done. */
  readonly place: string;
}

const nouns: Readonly<Record<ServiceName, ServiceNoun>> = {
  calendar: { subject: 'Der Kalender', place: 'im Kalender' },
  directory: { subject: 'Das Verzeichnis', place: 'im Verzeichnis' },
  tasks: { subject: 'Der Aufgabenplan', place: 'im Aufgabenplan' },
  mail: { subject: 'Das Postfach', place: 'im Postfach' },
  teams: { subject: 'Teams', place: 'in Teams' },
  microsoft365: { subject: 'Microsoft 365', place: 'in Microsoft 365' },
  assent: { subject: 'Assent', place: 'in Assent' },
};

const service: Words['troubles']['service'] = (name, reason) => {
  const { subject, place } = nouns[name];
  switch (reason) {
    case 'unavailable':
      return `${subject} war nicht erreichbar. Bitte versuchen Sie es später noch einmal.`;
    case 'throttled':
      return `${subject} ist überlastet. Bitte versuchen Sie es später noch einmal.`;
    case 'notFound':
      return name === 'teams' ? 'In Teams gibt es keinen Chat mit Assent.' : `Es ist nicht mehr ${place}.`;
    case 'forbidden':
      return `Assent hat ${place} keine Berechtigung dafür. Ein Administrator kann sie erteilen.`;
    case 'conflict':
      return name === 'mail'
        ? 'Es ist unklar, ob die Mail gesendet wurde; sie wird nicht noch einmal gesendet.'
        : `Es wurde ${place} in der Zwischenzeit geändert.`;
    case 'invalid':
      return name === 'assent'
        ? 'Nach diesen Wünschen kann Assent nicht suchen.'
        : `${subject} hat das nicht angenommen.`;
    case 'notInstalled':
      return 'Assent ist dort nicht in Teams installiert.';
    case 'blocked':
      return 'Nachrichten von Assent werden dort in Teams nicht angenommen.';
    case 'notSetUp':
      return name === 'mail'
        ? 'Assent hat kein Postfach, aus dem es Mails senden kann.'
        : `${subject} ist für Assent nicht eingerichtet.`;
  }
};

export const troubles: Words['troubles'] = {
  service,
  declined: (who, inCalendar) =>
    inCalendar ? `${who} hat im Kalender abgelehnt.` : `${who} hat nach der Buchung abgelehnt.`,
  moved: (slot) => `Die Besprechung wurde im Kalender verschoben: ${slot}.`,
  deleted: 'Die Besprechung ist nicht mehr im Kalender.',
  conflict: (who) => `${who} hat zur Zeit der Besprechung einen anderen Termin.`,
  undelivered: {
    mail: (who) => `${who} wurde per Mail gefragt.`,
    unreached: (who) => `${who} konnte nicht gefragt werden.`,
  },
};
