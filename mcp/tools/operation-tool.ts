import type { Tool } from '@modelcontextprotocol/server';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { Problem } from '../../workflows/domain/problems/problem.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { DescribeMeeting } from '../../workers/client/describe-meeting.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { Dispatch } from '../calls/dispatch.ts';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';
import { taskState } from '../tasks/task-state.ts';
import { taskStarted } from '../tasks/task-started.ts';
import { ambiguousNames, askWhichPerson, withChosenPeople } from './ambiguous-people.ts';
import { awaitPeople } from './await-people.ts';
import { iconOf } from '../offer/icons.ts';
import { objectSchema } from '../calls/json-schema.ts';
import { problemResult, successResult } from '../offer/tool-result.ts';
import type { RequestScope, ServedTool, ToolResult } from '../offer/offer.ts';

export interface ToolServices {
  readonly dispatch: Dispatch;
  readonly meetings: Pick<Meetings, 'get' | 'subscribe'>;
  readonly describe: DescribeMeeting;
  readonly directory: Pick<Directory, 'lookUp'>;
  /** Reads a meeting after waiting: the operation behind `get_meeting`. */
  readonly readMeeting: ServedOperation;
  /** How long a call waits for people when its client has no tasks. */
  readonly waitMs: number;
}

/** How a tool is listed, straight from the catalogue. */
function definitionOf({ operation }: ServedOperation): Tool {
  const { readOnly, destructive, idempotent, title } = operation;
  return {
    name: operation.tool,
    title,
    description: operation.description,
    inputSchema: objectSchema(operation.input.strict(), 'input') as Tool['inputSchema'],
    outputSchema: objectSchema(operation.output, 'output'),
    annotations: {
      title,
      readOnlyHint: readOnly,
      destructiveHint: destructive,
      idempotentHint: idempotent,
      openWorldHint: false,
    },
    icons: [iconOf(operation.tool)],
    _meta: { 'assent/scope': operation.scope, 'assent/intent': operation.name },
  };
}

function askerOf({ identity: { caller } }: RequestScope): PersonId | undefined {
  return caller.ok ? personOf(caller.value) : undefined;
}

/** What a client without tasks should do about a meeting that is not decided yet. */
function whatNext(value: Fields): string {
  const id = JSON.stringify(value['meetingId']);
  return value['choice'] === undefined
    ? `Not decided yet: people still have to answer. Call get_meeting with meetingId ${id} later, or remind; do not propose again.`
    : `The organizer has to choose: show the candidates to the user, then call confirm_meeting or change_meeting with meetingId ${id}.`;
}

function isUndecided(value: Fields): boolean {
  return value['choice'] !== undefined || value['status'] === 'searching' || value['status'] === 'proposed';
}

/** Turns an operation into a tool: asks back when a name is ambiguous, and waits for people or hands out a task. */
export function operationTool(services: ToolServices, served: ServedOperation): ServedTool {
  const { dispatch, meetings, describe, directory, readMeeting, waitMs } = services;
  const { operation } = served;

  async function explain(problem: Problem, input: unknown, scope: RequestScope): Promise<ToolResult> {
    if (problem.code !== 'invalid' || typeof input !== 'object' || input === null)
      return problemResult(problem);
    const ambiguous = await ambiguousNames(directory, { ...input }, askerOf(scope)).catch(() => []);
    if (ambiguous.length === 0) return problemResult(problem);
    if (scope.canElicit) return askWhichPerson(ambiguous);
    const told = ambiguous.map(
      ({ path, text, people }) =>
        `${path} "${text}" may be ${people.map(({ displayName, mail }) => `${displayName} <${mail}>`).join(' or ')}`,
    );
    return problemResult({ ...problem, message: `${told.join('; ')}. Ask the user, then use the address.` });
  }

  function tellProgress(scope: RequestScope): (view: MeetingView) => void {
    const token = scope.mcp.mcpReq._meta?.progressToken;
    if (token === undefined) return () => undefined;
    return (view) => {
      const params = {
        progressToken: token,
        progress: view.version,
        message: taskState(view, describe).statusMessage,
      };
      // A client that went away needs no progress.
      scope.mcp.mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
    };
  }

  async function untilDecided(value: Fields, input: unknown, scope: RequestScope): Promise<ToolResult> {
    const { caller } = scope.identity;
    const meetingId = value['meetingId'];
    if (!caller.ok || typeof meetingId !== 'string' || !isUndecided(value)) return successResult(value);
    if (scope.hasTasks) {
      const view = await meetings.get(caller.value, { meetingId });
      return view.ok ? taskStarted(view.value, describe) : problemResult(view.problem);
    }
    await awaitPeople(meetings, caller.value, {
      meetingId,
      waitMs,
      signal: scope.mcp.mcpReq.signal,
      onView: tellProgress(scope),
    });
    const timeZone =
      typeof input === 'object' && input !== null && 'timeZone' in input ? input.timeZone : undefined;
    const now = await dispatch({
      identity: scope.identity,
      served: readMeeting,
      input: { meetingId, timeZone },
      correlationId: scope.correlationId,
    });
    const latest = now.ok ? now.value : value;
    return isUndecided(latest) ? successResult(latest, whatNext(latest)) : successResult(latest);
  }

  return {
    definition: definitionOf(served),
    scope: operation.scope,
    call: async (given, scope) => {
      const input = withChosenPeople(given, scope.mcp.mcpReq.inputResponses ?? {});
      const { identity, correlationId } = scope;
      const result = await dispatch({ identity, served, input, correlationId });
      if (!result.ok) return explain(result.problem, input, scope);
      return operation.awaitsPeople ? untilDecided(result.value, input, scope) : successResult(result.value);
    },
  };
}
