import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const entry = new URL('../../../../infra/runtime/log.ts', import.meta.url).href;

/** What a process prints that logs a thousand lines in one turn, one in the next, and then ends in this way. */
function printed(ending: string): readonly string[] {
  const script = `
    import { createLog } from ${JSON.stringify(entry)};
    const log = createLog({ process: 'test', level: 'info' });
    for (let count = 0; count < 1000; count += 1) log.info({ count }, 'first turn');
    setTimeout(() => { log.info({ count: 1000 }, 'last turn'); ${ending} }, 1);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return stdout.split('\n').slice(0, -1);
}

describe('the output of the log', () => {
  it.each([
    { name: 'has nothing more to do', ending: '' },
    { name: 'exits', ending: 'process.exit(3);' },
    { name: 'dies of an uncaught error', ending: "throw new Error('uncaught');" },
  ])('has every line once and in order when the process $name', ({ ending }) => {
    const counts = printed(ending).map((line) => (JSON.parse(line) as { readonly count: number }).count);
    expect(counts).toEqual(Array.from({ length: 1001 }, (_, count) => count));
  });
});
