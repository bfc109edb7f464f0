import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { MeetingActivities } from '../../contract/activities.ts';

const untilItWorks = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' } as const;

/**
 * Faults that may pass are retried (an activity says so by its error, and how long to wait), for as long as the effect
 * still makes sense; the rest ends at once with a sentence.
 */
export const { findMeetingTimes, openRound, bookMeeting, finishBooking, undoMeeting } =
  proxyActivities<MeetingActivities>({
    startToCloseTimeout: '2m',
    heartbeatTimeout: '15s',
    scheduleToCloseTimeout: '4h',
    retry: untilItWorks,
  });

/** News and checks are soon overtaken by the next. */
export const { announce, checkCalendar } = proxyActivities<MeetingActivities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '15s',
  scheduleToCloseTimeout: '20m',
  retry: untilItWorks,
});

/** The sentence for the organizer that a failed activity carries. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ActivityFailure)) throw error;
  return error.cause instanceof ApplicationFailure
    ? error.cause.message
    : 'A service that is needed could not be reached for hours. Try again later.';
}
