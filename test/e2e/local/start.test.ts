import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  answers,
  processesCanBeListed,
  processesOf,
  StackProcess,
  until,
  withStateFolder,
} from './stack-process.ts';

const checked = z.object({
  ready: z.literal(true),
  seconds: z.number(),
  services: z.record(z.string(), z.url()),
});

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

async function checkOnce(folder: string) {
  const stack = new StackProcess(folder, ['--check']);
  let written = '';
  stack.child.stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const code = await stack.ended();
  if (code !== 0) throw new Error(stack.output);
  return checked.parse(JSON.parse(lastLine(written)));
}

describe('npm start', { timeout: 180_000 }, () => {
  it('with --check says in one line of JSON that it was ready, and leaves nothing running', async () => {
    await withStateFolder(async (folder) => {
      const { services } = await checkOnce(folder);
      expect(Object.keys(services)).toEqual(
        expect.arrayContaining(['Temporal', 'Calendars', 'Sign-in', 'Health', 'MCP', 'Teams as Alice']),
      );
      for (const url of Object.values(services)) expect(await answers(url)).toBe(false);
      expect(readdirSync(folder)).not.toContain('running.pid');
      // That it takes less than 10 s is for `npm run bench start`, which has the machine to itself.
      expect((await checkOnce(folder)).seconds).toBeLessThan(60);
    });
  });

  it('serves every address of its table, and stops on Ctrl-C', async () => {
    await withStateFolder(async (folder) => {
      const stack = new StackProcess(folder);
      await stack.untilReady();
      const urls = stack.urls();
      expect(urls.length).toBeGreaterThanOrEqual(3);
      for (const url of urls) expect([url, await answers(url)]).toEqual([url, true]);
      stack.child.kill('SIGINT');
      expect(await stack.ended()).toBe(0);
      for (const url of urls) expect([url, await answers(url)]).toEqual([url, false]);
    });
  });

  it.skipIf(!processesCanBeListed)(
    'leaves nothing running when any of its own processes is killed outright',
    async () => {
      for (const victim of [/run\.mjs/, /leave-with-parent\.mjs .*start\.ts/])
        await withStateFolder(async (folder) => {
          const stack = new StackProcess(folder);
          await stack.untilReady();
          const found = processesOf(folder).find(({ command }) => victim.test(command));
          if (found === undefined) throw new Error(`No ${victim.source} among the processes.`);
          process.kill(found.pid, 'SIGKILL');
          await until(() => processesOf(folder).length === 0, 20_000);
        });
    },
  );

  it.skipIf(!processesCanBeListed)('starts a part again that died', async () => {
    await withStateFolder(async (folder) => {
      const stack = new StackProcess(folder);
      await stack.untilReady();
      const isIdentity = ({ command }: { command: string }) => command.includes('identity/main.ts');
      const before = processesOf(folder).find(isIdentity)?.pid ?? 0;
      process.kill(before, 'SIGKILL');
      await until(() => processesOf(folder).some((found) => isIdentity(found) && found.pid !== before));
      expect(stack.output).toContain('identity ended and is started again');
      stack.child.kill('SIGTERM');
      expect(await stack.ended()).toBe(0);
      expect(processesOf(folder)).toEqual([]);
    });
  });

  it('says that it runs already', async () => {
    await withStateFolder(async (folder) => {
      const first = new StackProcess(folder);
      await first.untilReady();
      const second = new StackProcess(folder);
      expect(await second.ended()).toBe(1);
      expect(second.output).toMatch(
        /^Assent runs here already \(process \d+\); stop that one with Ctrl-C first\.$/m,
      );
      first.child.kill('SIGINT');
      await first.ended();
    });
  });

  it('names a port that is taken, and the variable that moves it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await withStateFolder(async (folder) => {
      const stack = new StackProcess(folder, [], { ASSENT_IDENTITY_PORT: String(port) });
      expect(await stack.ended()).toBe(1);
      expect(stack.output).toContain(
        `Port ${port} of identity is taken by another program; set ASSENT_IDENTITY_PORT to a free one.`,
      );
    });
    other.close();
  });

  it.each([
    { name: 'ASSENT_GRAPH_PORT', value: 'here' },
    { name: 'TEMPORAL_ADDRESS', value: 'http://127.0.0.1' },
  ])('names the bad variable $name', async ({ name, value }) => {
    await withStateFolder(async (folder) => {
      const stack = new StackProcess(folder, [], { [name]: value });
      expect(await stack.ended()).toBe(1);
      expect(stack.output.trim().split('\n')).toEqual([
        expect.stringMatching(new RegExp(`^${name} \\("${value}"\\) .+`)),
      ]);
    });
  });

  it('names the address where no Temporal server answers', async () => {
    await withStateFolder(async (folder) => {
      const stack = new StackProcess(folder, [], { TEMPORAL_ADDRESS: '127.0.0.1:1' });
      expect(await stack.ended()).toBe(1);
      expect(stack.output).toContain('No Temporal server answers at TEMPORAL_ADDRESS (127.0.0.1:1)');
    });
  });
});
