import type { AuditEntry } from '../../workflows/domain/meeting/audit-entry.ts';
import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import { outcomeText, questionAndAdvice, takenText } from './decision-text.ts';
import { nameIn, namesIn } from './names.ts';
import type { Reader } from './reader.ts';
import { serviceText } from './service-text.ts';
import { durationText, slotText } from './times.ts';
import { warningText } from './warning-text.ts';

/** What was edited, a part for each field. */
function editTexts(
  { before, after }: Extract<AuditEntry, { readonly action: 'edited' }>,
  reader: Reader,
): string {
  const { words } = reader;
  const { edits } = words.history;
  return words.times.list([
    ...(after.title === undefined ? [] : [edits.title(before.title ?? '', after.title)]),
    ...(after.agenda === undefined ? [] : [edits.agenda]),
    ...(after.place === undefined ? [] : [edits.place(after.place)]),
    ...(after.isOnlineMeeting === undefined ? [] : [edits.online(after.isOnlineMeeting)]),
    ...(after.durationMinutes === undefined
      ? []
      : [
          edits.length(
            durationText(before.durationMinutes ?? 0, reader),
            durationText(after.durationMinutes, reader),
          ),
        ]),
  ]);
}

/** One line of the audit trail, as a sentence. */
export function historyText(entry: AuditEntry, meeting: NamedMeeting, reader: Reader): string {
  const { words } = reader;
  const { history, troubles } = words;
  const who = entry.personId === undefined ? undefined : nameIn(meeting, entry.personId, words);
  const names = (ids: Parameters<typeof namesIn>[1]) => namesIn(meeting, ids, words);
  const times = (slots: readonly Parameters<typeof slotText>[0][]) =>
    slots.map((slot) => slotText(slot, reader)).join('; ');
  switch (entry.action) {
    case 'requested':
      return history.requested(who ?? meeting.organizer.displayName, meeting.title);
    case 'proposed':
      return history.proposed(entry.round, entry.times, names(entry.asked));
    case 'answered':
      return entry.answer === 'takenBack'
        ? history.takenBack
        : history.answered[entry.answer](
            who ?? words.facts.somebody,
            entry.suggested && slotText(entry.suggested, reader),
          );
    case 'reminded':
      return history.reminded(who, names(entry.people));
    case 'confirmed':
      return who === undefined
        ? history.booked(meeting.title, slotText(entry.slot, reader))
        : history.confirmed(who);
    case 'cancelled':
      return history.cancelled(who ?? meeting.organizer.displayName);
    case 'rescheduled':
      return history.rescheduled(
        who ?? meeting.organizer.displayName,
        entry.slots === undefined ? undefined : times(entry.slots),
      );
    case 'slotsChosen':
      return history.slotsChosen(who ?? meeting.organizer.displayName, times(entry.slots));
    case 'attendeesChanged':
      return history.attendeesChanged(
        who ?? meeting.organizer.displayName,
        names(entry.added),
        names(entry.removed),
      );
    case 'edited':
      return history.edited(who ?? meeting.organizer.displayName, editTexts(entry, reader));
    case 'notEdited': {
      const { because } = entry;
      const why =
        'service' in because ? serviceText(because, meeting, words) : takenText(because, meeting, reader);
      return `${why} ${history.notEdited}`;
    }
    case 'conflict': {
      const [personId] = entry.people;
      return entry.isBooked && personId !== undefined
        ? troubles.conflict(nameIn(meeting, personId, words))
        : takenText(entry, meeting, reader);
    }
    case 'expired':
    case 'unschedulable': {
      const sentence = outcomeText(entry.outcome, meeting, reader);
      return entry.staysAt === undefined
        ? sentence
        : `${sentence} ${history.staysAt(slotText(entry.staysAt, reader))}`;
    }
    case 'declinedInCalendar':
      return troubles.declined(nameIn(meeting, entry.attendeeId, words), true);
    case 'movedInCalendar':
      return troubles.moved(slotText(entry.slot, reader));
    case 'deletedInCalendar':
      return troubles.deleted;
    case 'askedOrganizer':
      return questionAndAdvice(entry.question, meeting, reader);
    case 'undelivered': {
      const { attendeeId: personId, reachedBy, problem } = entry;
      return warningText({ kind: 'undelivered', personId, reachedBy, problem }, meeting, reader);
    }
    case 'ended':
      return history.ended;
  }
}
