import type { MeetingActivities } from '../../workflows/contract/activities.ts';
import { asActivity } from './as-activity.ts';
import { bookMeeting } from './book-meeting.ts';
import { checkCalendar } from './check-calendar.ts';
import { deliver } from './deliver.ts';
import { editMeeting } from './edit-meeting.ts';
import { findMeetingTimes } from './find-meeting-times.ts';
import { finishBooking } from './finish-booking.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { namingService } from './naming-service.ts';
import { openRound } from './open-round.ts';
import { undoMeeting } from './undo-meeting.ts';

function namingServices(ports: MeetingPorts): MeetingPorts {
  const { calendar, directory, tasks, messenger, mailer } = ports;
  return {
    ...ports,
    calendar: namingService('calendar', calendar),
    directory: namingService('directory', directory),
    tasks: tasks && namingService('tasks', tasks),
    messenger: messenger && namingService('teams', messenger),
    mailer: mailer && namingService('mail', mailer),
  };
}

/** All activities of meetings, over the ports given. */
export function createMeetingActivities(given: MeetingPorts): MeetingActivities {
  const ports = namingServices(given);
  return {
    findMeetingTimes: asActivity(findMeetingTimes(ports)),
    openRound: asActivity(openRound(ports)),
    announce: asActivity(async (announcement) => {
      await deliver(ports, announcement);
    }),
    bookMeeting: asActivity(bookMeeting(ports)),
    editMeeting: asActivity(editMeeting(ports)),
    finishBooking: asActivity(finishBooking(ports)),
    undoMeeting: asActivity(undoMeeting(ports)),
    checkCalendar: asActivity(checkCalendar(ports)),
  };
}
