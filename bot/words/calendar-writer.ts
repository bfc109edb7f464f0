import type { CalendarComment } from '../../workflows/domain/meeting/calendar-comment.ts';
import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import { outcomeText } from './decision-text.ts';
import type { Reader } from './reader.ts';
import { createReader } from './reader.ts';

/** The organizer's words, for what several people read. */
function organizersReader({ organizer, timeZone }: NamedMeeting): Reader {
  const { locale, hourCycle } = organizer;
  return createReader({ locale, hourCycle, timeZone: organizer.timeZone ?? timeZone });
}

function comment(meeting: NamedMeeting, given: CalendarComment): string {
  const reader = organizersReader(meeting);
  switch (given.kind) {
    case 'moved':
    case 'otherTimeChosen':
    case 'staysBooked':
      return reader.words.calendar.comments[given.kind];
    case 'cancelled':
    case 'notAnswered':
    case 'notDecided':
    case 'noTimes':
    case 'tookPlace':
      return outcomeText(given, meeting, reader);
  }
}

/** The `CalendarWriter` port over our words. */
export const calendarWriter = {
  comment,
  holdTitle: (meeting: NamedMeeting): string => organizersReader(meeting).words.calendar.hold(meeting.title),
  preparationTitle: (meeting: NamedMeeting): string =>
    organizersReader(meeting).words.calendar.preparation(meeting.title),
};
