import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Tool } from '@modelcontextprotocol/client';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { respond } from '../../../workflows/contract/catalogue/respond.ts';
import type { ServerAddress } from './server-calls.ts';
import { callServer, ServerCallError } from './server-calls.ts';

/** What the person at the terminal is asked, and the values to choose from. */
export interface Question {
  readonly message: string;
  readonly field: string;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
}

interface CallOptions {
  readonly correlationId: string;
  readonly signal: AbortSignal;
  /** Asks the person; `undefined` when nobody is there to answer. */
  readonly ask: (question: Question) => Promise<string | undefined>;
  readonly onProgress: (message: string) => void;
}

export interface AssentTools {
  readonly tools: readonly Tool[];
  /** The result as text for the model, error or not. Waits for people through the task. */
  call(
    name: string,
    input: unknown,
    options: CallOptions,
  ): Promise<{ readonly text: string; readonly isError: boolean }>;
  close(): Promise<void>;
}

const contents = z.looseObject({
  isError: z.boolean().optional(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).default([]),
});

const elicitation = z.looseObject({
  params: z.looseObject({
    message: z.string(),
    requestedSchema: z.looseObject({
      properties: z.record(
        z.string(),
        z.looseObject({ oneOf: z.array(z.object({ const: z.string(), title: z.string() })).optional() }),
      ),
    }),
  }),
});

const requests = z.record(z.string(), elicitation);

const task = z.looseObject({
  taskId: z.string(),
  status: z.string(),
  statusMessage: z.string().optional(),
  pollIntervalMs: z.number().default(1000),
  inputRequests: requests.optional(),
  result: z.unknown().optional(),
});

const maxPollMs = 30_000;

function textOf(result: unknown): { text: string; isError: boolean } {
  const { content, isError = false } = contents.parse(result);
  return { text: content.flatMap(({ text }) => text ?? []).join('\n'), isError };
}

async function answerAll(
  asked: z.infer<typeof requests>,
  ask: CallOptions['ask'],
): Promise<Record<string, unknown> | undefined> {
  const responses: Record<string, unknown> = {};
  for (const [key, { params }] of Object.entries(asked)) {
    const [field = 'value', schema] = Object.entries(params.requestedSchema.properties)[0] ?? [];
    const choices = (schema?.oneOf ?? []).map(({ const: value, title }) => ({ value, title }));
    const chosen = await ask({ message: params.message, field, choices });
    if (chosen === undefined) return undefined;
    responses[key] = { action: 'accept', content: { [field]: chosen } };
  }
  return responses;
}

/** Connects as an ordinary MCP client and offers the server's tools. */
export async function connectTools(address: ServerAddress): Promise<AssentTools> {
  const client = new Client(
    { name: 'assent-agent', version: '0.1.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  await client.connect(
    new StreamableHTTPClientTransport(new URL(address.url), {
      authProvider: { token: () => Promise.resolve(address.token) },
      requestInit: {
        headers: address.onBehalfOf === undefined ? {} : { 'assent-on-behalf-of': address.onBehalfOf },
      },
    }),
  );
  const listed = await client.listTools();
  // An agent answers for nobody, whatever the sign-in of its person would allow.
  const tools = listed.tools.filter(({ name }) => name !== respond.tool);

  function send(method: string, params: Readonly<Record<string, unknown>>, options: CallOptions) {
    const { correlationId, signal } = options;
    return callServer(address, { method, params, correlationId, signal });
  }

  /** Polls ever less often: people take hours. */
  async function untilDone(taskId: string, options: CallOptions) {
    const unanswered = { text: '', isError: false };
    let told = '';
    for (let waitMs = 0; ; waitMs = Math.min(maxPollMs, waitMs * 1.5)) {
      const state = task.parse(await send('tasks/get', { taskId }, options));
      const { status, statusMessage = status, inputRequests, pollIntervalMs } = state;
      if (statusMessage !== told) options.onProgress(statusMessage);
      told = statusMessage;
      if (status === 'completed') return textOf(state.result);
      if (status === 'cancelled' || status === 'failed')
        return { text: `The meeting is ${status}: ${statusMessage}`, isError: status === 'failed' };
      if (status === 'input_required' && inputRequests !== undefined) {
        const inputResponses = await answerAll(inputRequests, options.ask);
        if (inputResponses === undefined)
          return {
            ...unanswered,
            text: `The organizer has to decide: ${statusMessage} Meeting ${taskId}. Tell the user, and stop.`,
          };
        await send('tasks/update', { taskId, inputResponses }, options);
      }
      await pause(Math.max(pollIntervalMs, waitMs), undefined, { signal: options.signal });
      if (waitMs === 0) waitMs = pollIntervalMs;
    }
  }

  async function callOnce(params: Readonly<Record<string, unknown>>, options: CallOptions) {
    const result = await send('tools/call', params, options);
    const kind = result['resultType'];
    if (kind === 'task') return untilDone(task.parse(result).taskId, options);
    if (kind !== 'input_required') return textOf(result);
    const inputResponses = await answerAll(requests.parse(result['inputRequests']), options.ask);
    if (inputResponses === undefined)
      return { text: 'This is ambiguous, and nobody is here to say what is meant.', isError: true };
    return textOf(await send('tools/call', { ...params, inputResponses }, options));
  }

  return {
    tools,
    call: async (name, input, options) => {
      try {
        return await callOnce({ name, arguments: input }, options);
      } catch (error) {
        if (!(error instanceof ServerCallError)) throw error;
        const wait = error.retryAfterMs === undefined ? '' : ` Wait ${error.retryAfterMs} ms.`;
        return { text: `${error.message}.${wait}`, isError: true };
      }
    },
    close: () => client.close(),
  };
}
