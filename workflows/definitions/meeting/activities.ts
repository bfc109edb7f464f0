import { ActivityFailure, ApplicationFailure, TimeoutFailure, proxyActivities } from '@temporalio/workflow';
import type { MeetingActivities } from '../../contract/activities.ts';
import { serviceProblemSchema } from '../../contract/schemas/service-problem.ts';
import type { ServiceProblem } from '../../domain/meeting/service-problem.ts';

const untilItWorks = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' } as const;

/**
 * Transient faults are retried (an activity says so by its error, and how long to wait), for as long as the effect still
 * makes sense; the rest ends at once with what was refused.
 */
export const { findMeetingTimes, openRound, bookMeeting, editMeeting, finishBooking, undoMeeting } =
  proxyActivities<MeetingActivities>({
    startToCloseTimeout: '2m',
    heartbeatTimeout: '15s',
    scheduleToCloseTimeout: '4h',
    retry: untilItWorks,
  });

/** Announcements and checks are soon superseded by the next. */
export const { announce, checkCalendar } = proxyActivities<MeetingActivities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '15s',
  scheduleToCloseTimeout: '20m',
  retry: untilItWorks,
});

/** What a failed activity was refused; where it ran out of time, what it was refused last. */
export function problemOf(error: unknown): ServiceProblem {
  if (!(error instanceof ActivityFailure)) throw error;
  let cause: unknown = error.cause;
  while (cause instanceof TimeoutFailure) cause = cause.cause;
  const problem = serviceProblemSchema.safeParse(
    cause instanceof ApplicationFailure ? cause.details?.[0] : undefined,
  );
  return problem.success ? problem.data : { service: 'assent', reason: 'unavailable' };
}
