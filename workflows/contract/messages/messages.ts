import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { MeetingView } from '../../domain/meeting/view.ts';
import type {
  Cancel,
  ChangeAttendees,
  ChooseSlots,
  Confirm,
  Remind,
  Reschedule,
  Respond,
} from './commands.ts';

/** Updates answer with the meeting as it stands after them; a refusal is a `Problem` (see `problem-failure.ts`). */
export const respondUpdate = defineUpdate<MeetingView, [Respond]>('respond');
export const confirmUpdate = defineUpdate<MeetingView, [Confirm]>('confirm');
export const chooseSlotsUpdate = defineUpdate<MeetingView, [ChooseSlots]>('chooseSlots');
export const rescheduleUpdate = defineUpdate<MeetingView, [Reschedule]>('reschedule');
export const changeAttendeesUpdate = defineUpdate<MeetingView, [ChangeAttendees]>('changeAttendees');
export const remindUpdate = defineUpdate<MeetingView, [Remind]>('remind');
export const cancelUpdate = defineUpdate<MeetingView, [Cancel]>('cancel');

/** A calendar has changed: compare the event with what was booked. Carries nothing, so that nothing can be forged. */
export const calendarChangedSignal = defineSignal('calendarChanged');

export const viewQuery = defineQuery<MeetingView>('view');
