import { APIConnectionError, APIError } from 'openai';
import type { ChatCompletionMessageParam, ChatCompletionTool } from 'openai/resources/chat/completions';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenedModel } from '../../../infra/runtime/open-model.ts';

export type ModelMessage = ChatCompletionMessageParam;
export type ModelTool = ChatCompletionTool;

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: JSON, or not. */
  readonly arguments: string;
}

type ModelAnswer =
  | { readonly kind: 'text'; readonly text: string; readonly tokens: number }
  | {
      readonly kind: 'calls';
      readonly calls: readonly ToolCall[];
      readonly message: ModelMessage;
      readonly tokens: number;
    }
  /** The provider's content filter refused the question or the answer. */
  | { readonly kind: 'filtered'; readonly tokens: number }
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface Model {
  ask(
    messages: readonly ModelMessage[],
    tools: readonly ModelTool[],
    signal: AbortSignal,
  ): Promise<ModelAnswer>;
}

const maxAttempts = 4;
const maxWaitMs = 60_000;

/** How long to wait before another attempt; `undefined`: another would fare no better. */
function retryAfterMs(error: unknown, attempt: number): number | undefined {
  const backoffMs = 500 * 2 ** attempt;
  if (error instanceof APIConnectionError) return backoffMs;
  if (!(error instanceof APIError)) return undefined;
  const status: unknown = error.status;
  if (status !== 429 && !(typeof status === 'number' && status >= 500)) return undefined;
  const headers: unknown = error.headers;
  const told = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  return Math.min(maxWaitMs, Number.isFinite(told) ? told * 1000 : backoffMs);
}

function isFiltered(error: unknown): boolean {
  return error instanceof APIError && error.code === 'content_filter';
}

/** A chat model behind Azure OpenAI or any address that speaks the same protocol. Never rejects but for `signal`. */
export function createModel({ client, model: name }: OpenedModel): Model {
  async function askOnce(
    messages: readonly ModelMessage[],
    tools: readonly ModelTool[],
    signal: AbortSignal,
  ): Promise<ModelAnswer> {
    const completion = await client.chat.completions.create(
      { model: name, messages: [...messages], tools: [...tools], parallel_tool_calls: false },
      // Waiting is done here, where it can be bounded and cut short.
      { signal, maxRetries: 0 },
    );
    const tokens = completion.usage?.total_tokens ?? 0;
    const [choice] = completion.choices;
    if (choice === undefined) return { kind: 'unavailable', reason: 'the model gave no answer' };
    if (choice.finish_reason === 'content_filter') return { kind: 'filtered', tokens };
    const calls = (choice.message.tool_calls ?? []).flatMap((call) =>
      call.type === 'function' ? [{ id: call.id, ...call.function }] : [],
    );
    if (calls.length === 0) return { kind: 'text', text: choice.message.content ?? '', tokens };
    return { kind: 'calls', calls, message: choice.message, tokens };
  }

  return {
    ask: async (messages, tools, signal) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await askOnce(messages, tools, signal);
        } catch (error) {
          if (signal.aborted) throw error;
          if (isFiltered(error)) return { kind: 'filtered', tokens: 0 };
          const waitMs = attempt + 1 < maxAttempts ? retryAfterMs(error, attempt) : undefined;
          if (waitMs === undefined)
            return { kind: 'unavailable', reason: error instanceof Error ? error.message : 'unknown' };
          await pause(waitMs, undefined, { signal });
        }
      }
    },
  };
}
