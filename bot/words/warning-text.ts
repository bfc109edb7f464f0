import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import type { WarningFact } from '../../workflows/domain/meeting/warning.ts';
import { nameIn } from './names.ts';
import type { Reader } from './reader.ts';
import { serviceText } from './service-text.ts';
import { slotText } from './times.ts';

/** A warning, as a sentence for the organizer. */
export function warningText(warning: WarningFact, meeting: NamedMeeting, reader: Reader): string {
  const { words } = reader;
  const { troubles } = words;
  switch (warning.kind) {
    case 'declined':
      return troubles.declined(nameIn(meeting, warning.personId, words), warning.inCalendar);
    case 'moved':
      return troubles.moved(slotText(warning.slot, reader));
    case 'deleted':
      return troubles.deleted;
    case 'conflict':
      return troubles.conflict(nameIn(meeting, warning.personId, words));
    case 'undelivered': {
      const sentence = troubles.undelivered[warning.reachedBy](nameIn(meeting, warning.personId, words));
      return `${sentence} ${serviceText(warning.problem, meeting, words)}`;
    }
    case 'service':
      return serviceText(warning.problem, meeting, words);
  }
}
