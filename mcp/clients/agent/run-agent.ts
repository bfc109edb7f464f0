import { randomUUID } from 'node:crypto';
import type { Log } from '../../../infra/runtime/log.ts';
import type { AssentTools, Question } from './assent-tools.ts';
import { agentInstructions } from './instructions.ts';
import type { Model, ModelMessage, ModelTool, ToolCall } from './model.ts';

/** How a run ended, and what the agent says about it. */
export interface AgentOutcome {
  readonly ended: 'done' | 'steps' | 'time' | 'cost' | 'looping' | 'filtered' | 'unavailable';
  readonly text: string;
  readonly steps: number;
  readonly tokens: number;
}

interface AgentLimits {
  /** Calls of the model. */
  readonly maxSteps: number;
  readonly maxMs: number;
  /** Tokens of the model, questions and answers together. */
  readonly maxTokens: number;
}

export interface AgentRun {
  readonly goal: string;
  readonly now: string;
  readonly timeZone: string;
  readonly model: Model;
  readonly tools: AssentTools;
  readonly limits: AgentLimits;
  readonly log: Log;
  readonly ask: (question: Question) => Promise<string | undefined>;
  readonly onProgress: (message: string) => void;
}

/** The same call with the same arguments this often is a loop. */
const maxRepeats = 3;
const maxResultLength = 20_000;

const endings: Readonly<Record<Exclude<AgentOutcome['ended'], 'done'>, string>> = {
  steps: 'I stopped: this took more steps than I am allowed.',
  time: 'I stopped: the time that I am given is up. What was proposed goes on without me.',
  cost: 'I stopped: this cost more than I am allowed.',
  looping: 'I stopped: I kept doing the same thing without getting on.',
  filtered: 'I stopped: the model’s provider refused to deal with this text.',
  unavailable: 'I stopped: the language model cannot be reached.',
};

/** The server's tools as functions of the model's interface. */
function functionsOf({ tools }: AssentTools): readonly ModelTool[] {
  return tools.map(({ name, description, inputSchema }) => ({
    type: 'function',
    function: { name, description: description ?? name, parameters: inputSchema },
  }));
}

function problem(message: string): string {
  return JSON.stringify({ error: { code: 'invalid', message } });
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Works on one goal within the limits; acts through tools alone. Logs each step with its correlation id. */
export async function runAgent(run: AgentRun): Promise<AgentOutcome> {
  const { model, tools, limits, log, ask, onProgress } = run;
  const functions = functionsOf(tools);
  const names = new Set(tools.tools.map(({ name }) => name));
  const runId = randomUUID();
  const signal = AbortSignal.timeout(limits.maxMs);
  const messages: ModelMessage[] = [
    { role: 'system', content: agentInstructions(run.now, run.timeZone) },
    { role: 'user', content: run.goal },
  ];
  const repeats = new Map<string, number>();
  let steps = 0;
  let tokens = 0;

  const end = (ended: Exclude<AgentOutcome['ended'], 'done'>): AgentOutcome => {
    log.info({ runId, ended, steps, tokens }, 'the agent ended');
    return { ended, text: endings[ended], steps, tokens };
  };

  async function carryOut({ name, arguments: given }: ToolCall): Promise<string> {
    const correlationId = randomUUID();
    const startedMs = performance.now();
    const done = (text: string, outcome: string): string => {
      const durationMs = Math.round(performance.now() - startedMs);
      log.info({ runId, step: steps, tool: name, correlationId, outcome, durationMs }, 'a step was taken');
      return text.slice(0, maxResultLength);
    };
    if (!names.has(name)) return done(problem(`There is no function ${name}.`), 'unknown tool');
    const input = parsed(given);
    if (input === undefined) return done(problem('The arguments are not a JSON object.'), 'bad arguments');
    const { text, isError } = await tools.call(name, input, { correlationId, signal, ask, onProgress });
    return done(text, isError ? 'error' : 'ok');
  }

  try {
    while (steps < limits.maxSteps) {
      steps += 1;
      const answer = await model.ask(messages, functions, signal);
      if (answer.kind === 'unavailable') {
        log.warn({ runId, step: steps, detail: answer.reason }, 'the model did not answer');
        return end('unavailable');
      }
      tokens += answer.tokens;
      if (answer.kind === 'filtered') return end('filtered');
      if (answer.kind === 'text') {
        log.info({ runId, ended: 'done', steps, tokens }, 'the agent ended');
        return { ended: 'done', text: answer.text, steps, tokens };
      }
      if (tokens > limits.maxTokens) return end('cost');
      messages.push(answer.message);
      for (const call of answer.calls) {
        const key = `${call.name}\n${call.arguments}`;
        const count = (repeats.get(key) ?? 0) + 1;
        repeats.set(key, count);
        if (count > maxRepeats) return end('looping');
        const content =
          count === maxRepeats
            ? problem(
                'You have made this very call before, with this very result. Do something else, or stop.',
              )
            : await carryOut(call);
        messages.push({ role: 'tool', tool_call_id: call.id, content });
      }
    }
    return end('steps');
  } catch (error) {
    if (signal.aborted) return end('time');
    throw error;
  }
}
