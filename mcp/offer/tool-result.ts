import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Problem } from '../../workflows/domain/problems/problem.ts';
import type { ProblemCode } from '../../workflows/domain/problems/problem-code.ts';
import type { Fields } from '../calls/served-operation.ts';

const hints: Readonly<Record<ProblemCode, string>> = {
  precondition_failed: 'Read the meeting again with get_meeting, then decide again.',
  conflict: 'Somebody else was first. Read the meeting again with get_meeting.',
  requires_approval:
    'People have to approve first. Wait, or nudge them with remind; nobody can approve for them.',
  forbidden: 'Do not repeat this; tell the user what is missing.',
  not_found: 'Check the id with list_meetings.',
  invalid: 'Correct the arguments and call again.',
  rate_limited: 'Wait for the time given, then call again.',
  unavailable: 'Call again in a little while.',
};

/** Whether the same call can succeed later without anything else being changed. */
function worthRetrying(code: ProblemCode): boolean {
  return code === 'rate_limited' || code === 'unavailable';
}

/** What an operation gave, as structured content and, for older clients, as text; `notes` tell the model what to do next. */
export function successResult(value: Fields, ...notes: readonly string[]): CallToolResult {
  return {
    content: [
      { type: 'text', text: JSON.stringify(value) },
      ...notes.map((text) => ({ type: 'text' as const, text })),
    ],
    structuredContent: { ...value },
  };
}

/** A problem as a tool result that a model can act on: its code, whether to retry, and a hint. */
export function problemResult(problem: Problem): CallToolResult {
  const { code, reason, message, path, retryAfterMs } = problem;
  const error = {
    code,
    reason,
    message,
    ...(path === undefined || path === '' ? {} : { path }),
    retry: worthRetrying(code),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    hint: hints[code],
  };
  return { isError: true, content: [{ type: 'text', text: JSON.stringify({ error }) }] };
}
