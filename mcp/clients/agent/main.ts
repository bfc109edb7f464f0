import { createInterface } from 'node:readline/promises';
import { destination } from 'pino';
import { agent } from '../../../infra/runtime/config/agent.ts';
import { logging } from '../../../infra/runtime/config/logging.ts';
import { mcp } from '../../../infra/runtime/config/mcp.ts';
import { model } from '../../../infra/runtime/config/model.ts';
import { ConfigError, readConfig } from '../../../infra/runtime/config/read-config.ts';
import { state } from '../../../infra/runtime/config/state.ts';
import { createLog } from '../../../infra/runtime/log.ts';
import type { OpenedModel } from '../../../infra/runtime/open-model.ts';
import { openModel } from '../../../infra/runtime/open-model.ts';
import { runCommand } from '../run-command.ts';
import { signedInServer } from '../sign-in/signed-in-server.ts';
import type { Question } from './assent-tools.ts';
import { connectTools } from './assent-tools.ts';
import { createModel } from './model.ts';
import { runAgent } from './run-agent.ts';

const sections = { agent, logging, mcp, model, state };
type Config = ReturnType<typeof readConfig<typeof sections>>;

function openedModel(settings: Config['model']): OpenedModel {
  const opened = openModel(settings);
  if (opened !== undefined) return opened;
  throw new ConfigError([
    'The agent needs a language model: set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT, or OPENAI_BASE_URL and OPENAI_MODEL.',
  ]);
}

/** Asks at the terminal; without somebody there, nothing is decided. */
async function askPerson({ message, choices }: Question): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = choices.map(({ title }, index) => `  ${index + 1}  ${title}`);
  const answer = await terminal.question(`${[message, ...lines].join('\n')}\n> `);
  terminal.close();
  return choices.length === 0 ? answer : choices[Number(answer) - 1]?.value;
}

async function main(config: Config, goal: string): Promise<void> {
  const { onBehalfOf, maxSteps, maxMinutes, maxTokens } = config.agent;
  const { level, personalData } = config.logging;
  const log = createLog({ process: 'agent', level, personalData, destination: destination(2) });
  const languageModel = createModel(openedModel(config.model));
  // A sign-in without `meetings.respond` is enough: an agent answers for nobody.
  const { serverUrl, token } = await signedInServer(config, [
    'calendars.read',
    'meetings.read',
    'meetings.write',
  ]);
  const tools = await connectTools({ url: serverUrl, token, onBehalfOf });
  try {
    const { text, ended } = await runAgent({
      goal,
      now: new Date().toISOString(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      model: languageModel,
      tools,
      limits: { maxSteps, maxMs: maxMinutes * 60_000, maxTokens },
      log,
      ask: askPerson,
      onProgress: (message) => {
        console.log(`… ${message}`);
      },
    });
    console.log(text);
    if (ended !== 'done') process.exitCode = 1;
  } finally {
    await tools.close();
  }
}

const goal = process.argv.slice(2).join(' ').trim();
await runCommand(async () => {
  if (goal === '')
    throw new ConfigError([
      'Say what to do: npm run agent -- "find 30 minutes for Bob and Carol next week".',
    ]);
  await main(readConfig(process.env, sections), goal);
});
