import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../../infra/local/layout.ts';
import { freePort } from '../../../infra/local/ports.ts';

const run = promisify(execFile);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, in an environment of its own. */
async function command(
  name: string,
  words: readonly string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const file = inProject(`mcp/clients/${name}/main.ts`);
  const env = { PATH: process.env['PATH'], ASSENT_STATE_DIR: '/nowhere', ...environment };
  try {
    return { code: 0, ...(await run(process.execPath, [file, ...words], { env })) };
  } catch (error) {
    return error as Ended;
  }
}

const model = { OPENAI_BASE_URL: 'http://127.0.0.1:1', OPENAI_MODEL: 'none', LOG_LEVEL: 'silent' };
const commands = [
  { name: 'sign-in', words: [] },
  { name: 'supervise', words: ['meeting-1'] },
  { name: 'agent', words: ['say hello'] },
];

describe('where no server answers', () => {
  test.each(commands)('$name fails with one sentence that says what to do', async ({ name, words }) => {
    const port = await freePort();
    const { code, stdout, stderr } = await command(name, words, { ...model, MCP_PORT: String(port) });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `Nothing answers at http://127.0.0.1:${port}. Start Assent with “npm start”, or set ASSENT_MCP_URL to where it runs.\n`,
    });
  });

  test('the address that is set wins over that of the server’s own settings', async () => {
    const [port, publicPort, setPort] = [await freePort(), await freePort(), await freePort()];
    const own = { MCP_PORT: String(port), MCP_PUBLIC_URL: `http://127.0.0.1:${publicPort}` };
    expect((await command('sign-in', [], own)).stderr).toContain(`:${publicPort}.`);
    const set = { ...own, ASSENT_MCP_URL: `http://127.0.0.1:${setPort}/mcp` };
    expect((await command('sign-in', [], set)).stderr).toContain(`:${setPort}.`);
  });
});

test.each([
  { name: 'supervise', says: 'Say which meeting' },
  { name: 'agent', says: 'Say what to do' },
])('$name without words says what it wants', async ({ name, says }) => {
  const { code, stderr } = await command(name, [], model);
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
