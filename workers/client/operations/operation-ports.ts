import type { Calendar } from '../../../workflows/ports/calendar.ts';
import type { Clock } from '../../../workflows/ports/clock.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import type { DescribeMeeting } from '../describe-meeting.ts';
import type { Meetings } from '../meetings.ts';

/** What operations are carried out with. */
export interface OperationPorts {
  readonly meetings: Meetings;
  /** Answers `meeting.get`, perhaps from memory; `meetings` itself unless given. Commands never act upon it. */
  readonly recent?: Pick<Meetings, 'get'>;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly describe: DescribeMeeting;
}
