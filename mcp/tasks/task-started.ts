import type { DescribeMeeting } from '../../workers/client/describe-meeting.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { TaskStarted } from '../offer/offer.ts';
import { pollIntervalMs, taskTtlMs } from './extension.ts';
import { taskState } from './task-state.ts';

/** The fields that every answer about a task carries. */
export function taskFrame(view: MeetingView): {
  readonly taskId: string;
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  readonly ttlMs: number;
  readonly pollIntervalMs: number;
} {
  const { meetingId, createdAt, updatedAt } = view;
  return { taskId: meetingId, createdAt, lastUpdatedAt: updatedAt, ttlMs: taskTtlMs, pollIntervalMs };
}

/** The response to `tools/call` in place of a result: the client comes back for it with this id. */
export function taskStarted(view: MeetingView, describe: DescribeMeeting): TaskStarted {
  // Questions are asked by `tasks/get`: until then a task only works.
  return {
    resultType: 'task',
    ...taskFrame(view),
    status: 'working',
    statusMessage: taskState(view, describe).statusMessage,
  };
}
