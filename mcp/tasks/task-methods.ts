import {
  MissingRequiredClientCapabilityError,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { DescribeMeeting } from '../../workers/client/describe-meeting.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { isOrganizing } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { personBehind } from '../auth/identity.ts';
import type { Dispatch } from '../calls/dispatch.ts';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';
import { problemResult, successResult } from '../offer/tool-result.ts';
import type { RequestScope } from '../offer/offer.ts';
import { tasksExtension } from './extension.ts';
import { taskFrame } from './task-started.ts';
import { decisionOf, taskState } from './task-state.ts';

export interface TaskMethods {
  get(taskId: string, scope: RequestScope): Promise<Record<string, unknown>>;
  update(taskId: string, scope: RequestScope): Promise<Record<string, unknown>>;
  cancel(taskId: string, scope: RequestScope): Promise<Record<string, unknown>>;
}

/** The extension's error for a client that did not say that it speaks it. */
export function tasksNeeded(): MissingRequiredClientCapabilityError {
  return new MissingRequiredClientCapabilityError({
    requiredCapabilities: { extensions: { [tasksExtension]: {} } },
  });
}

/**
 * The extension's methods over meetings: a task's id is the meeting's, its owner the organizer, and its state the
 * meeting's own. Nothing is kept here, so a task survives everything that the meeting survives.
 */
export function createTaskMethods(input: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly describe: DescribeMeeting;
  readonly dispatch: Dispatch;
  readonly operations: Readonly<Record<'get' | 'confirm' | 'change' | 'cancel', ServedOperation>>;
}): TaskMethods {
  const { meetings, describe, dispatch, operations } = input;

  /** A stranger's task and one that does not exist look the same. */
  async function ownTask(taskId: string, scope: RequestScope): Promise<MeetingView> {
    if (!scope.hasTasks) throw tasksNeeded();
    const { caller } = scope.identity;
    const found = caller.ok ? await meetings.get(caller.value, { meetingId: taskId }) : undefined;
    const me = personBehind(scope.identity);
    if (found?.ok !== true || me === undefined || !isOrganizing(found.value, me))
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no such task.');
    return found.value;
  }

  function run(served: ServedOperation, fields: Fields, scope: RequestScope): Promise<Result<Fields>> {
    const { identity, correlationId } = scope;
    return dispatch({ identity, served, input: fields, correlationId });
  }

  function mustSucceed(result: Result<Fields>): Record<string, unknown> {
    if (!result.ok)
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, result.problem.message, {
        code: result.problem.code,
      });
    return {};
  }

  return {
    get: async (taskId, scope) => {
      const view = await ownTask(taskId, scope);
      const state = taskState(view, describe);
      const task = { ...taskFrame(view), ...state };
      if (state.status !== 'completed') return task;
      const { timeZone } = view;
      const result = await run(operations.get, { meetingId: taskId, timeZone }, scope);
      const answer = result.ok ? successResult(result.value) : problemResult(result.problem);
      return { ...task, result: { resultType: 'complete', ...answer } };
    },
    update: async (taskId, scope) => {
      const view = await ownTask(taskId, scope);
      const decision = decisionOf(view, scope.mcp.mcpReq.inputResponses ?? {});
      if (decision === undefined) return {};
      const { version } = view;
      const command = {
        meetingId: taskId,
        seenVersion: version,
        idempotencyKey: `task:${taskId}:v${version}`,
      };
      if (decision.kind === 'cancel') return mustSucceed(await run(operations.cancel, command, scope));
      if (decision.kind === 'book')
        return mustSucceed(await run(operations.confirm, { ...command, slot: decision.slot }, scope));
      const again = { ...command, timeZone: view.timeZone, slots: [decision.slot] };
      return mustSucceed(await run(operations.change, again, scope));
    },
    cancel: async (taskId, scope) => {
      const view = await ownTask(taskId, scope);
      const { status } = taskState(view, describe);
      if (status === 'completed' || status === 'cancelled') return {};
      const command = { meetingId: taskId, idempotencyKey: `task:${taskId}:cancel` };
      return mustSucceed(await run(operations.cancel, command, scope));
    },
  };
}
