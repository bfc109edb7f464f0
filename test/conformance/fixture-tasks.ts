import {
  acceptedContent,
  inputRequired,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { InputRequest } from '@modelcontextprotocol/server';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { tasksNeeded } from '../../mcp/tasks/task-methods.ts';
import type { TaskMethods } from '../../mcp/tasks/task-methods.ts';
import type { RequestScope, ServedTool, TaskStarted } from '../../mcp/offer/offer.ts';
import { text } from './fixture-media.ts';
import { ask, nameShape } from './fixture-questions.ts';
import { fixture } from './fixture-tool.ts';

interface FixtureTask {
  readonly id: string;
  readonly createdAt: string;
  readonly durationMs: number;
  startedAtMs: number;
  readonly outcome: () => Record<string, unknown>;
  readonly questions: Map<string, InputRequest>;
  cancelled: boolean;
}

const confirmShape = z.object({ confirm: z.boolean() });
const tasks = new Map<string, FixtureTask>();

function completed(words: string, isError = false) {
  const result = { resultType: 'complete', ...text(words), ...(isError ? { isError } : {}) };
  return { status: 'completed', result };
}

function stateOf(task: FixtureTask): Record<string, unknown> {
  if (task.cancelled) return { status: 'cancelled' };
  if (task.questions.size > 0)
    return { status: 'input_required', inputRequests: Object.fromEntries(task.questions) };
  return Date.now() < task.startedAtMs + task.durationMs ? { status: 'working' } : task.outcome();
}

function frame({ id, createdAt }: FixtureTask) {
  return { taskId: id, createdAt, lastUpdatedAt: createdAt, ttlMs: 3_600_000, pollIntervalMs: 100 };
}

function start(
  durationMs: number,
  outcome: () => Record<string, unknown>,
  questions: Readonly<Record<string, InputRequest>> = {},
): TaskStarted {
  const task: FixtureTask = {
    id: randomUUID(),
    createdAt: new Date().toISOString(),
    durationMs,
    startedAtMs: Date.now(),
    outcome,
    questions: new Map(Object.entries(questions)),
    cancelled: false,
  };
  tasks.set(task.id, task);
  return { resultType: 'task', ...frame(task), status: 'working' };
}

function onlyAsTask(
  name: string,
  begin: (input: Readonly<Record<string, unknown>>) => TaskStarted,
): ServedTool {
  return fixture(name, (input, scope) => {
    if (!scope.hasTasks) throw tasksNeeded();
    return begin(input);
  });
}

/** Tools whose results are ready later. */
export const taskFixtures: readonly ServedTool[] = [
  fixture('slow_compute', ({ seconds }, scope) =>
    scope.hasTasks
      ? start(Number(seconds ?? 1) * 1000, () => completed(`computed for ${String(seconds)} s`))
      : text('computed at once'),
  ),
  onlyAsTask('failing_job', () => start(200, () => completed('the job failed', true))),
  onlyAsTask('protocol_error_job', () =>
    start(200, () => ({ status: 'failed', error: { code: -32_603, message: 'internal error in the job' } })),
  ),
  onlyAsTask('confirm_delete', ({ filename }) =>
    start(100, () => completed(`deleted ${String(filename)}`), {
      confirm: ask(`Delete ${String(filename)}?`, confirmShape),
    }),
  ),
  onlyAsTask('multi_input', () =>
    start(100, () => completed('all inputs received'), {
      name: ask('Name?', nameShape),
      confirm: ask('Sure?', confirmShape),
    }),
  ),
  fixture('test_tool_with_task', (_, scope) => {
    if (!scope.hasTasks) throw tasksNeeded();
    const answer = acceptedContent(scope.mcp.mcpReq.inputResponses, 'user_name', nameShape);
    if (answer === undefined)
      return inputRequired({ inputRequests: { user_name: ask('What is your name?', nameShape) } });
    return start(200, () => completed(`Hello, ${answer.name}!`));
  }),
];

function find(taskId: string, scope: RequestScope): FixtureTask {
  if (!scope.hasTasks) throw tasksNeeded();
  const task = tasks.get(taskId);
  if (task === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no such task.');
  return task;
}

/** The extension's methods over the tasks of these fixtures. */
export const fixtureTaskMethods: TaskMethods = {
  get: (taskId, scope) => {
    const task = find(taskId, scope);
    return Promise.resolve({ ...frame(task), ...stateOf(task) });
  },
  update: (taskId, scope) => {
    const task = find(taskId, scope);
    for (const key of Object.keys(scope.mcp.mcpReq.inputResponses ?? {})) task.questions.delete(key);
    if (task.questions.size === 0) task.startedAtMs = Date.now();
    return Promise.resolve({});
  },
  cancel: (taskId, scope) => {
    const task = find(taskId, scope);
    const { status } = stateOf(task);
    if (status === 'working' || status === 'input_required') task.cancelled = true;
    return Promise.resolve({});
  },
};
