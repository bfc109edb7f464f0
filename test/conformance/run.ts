import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLog } from '../../infra/runtime/log.ts';
import { startFixtureServer } from './fixture-server.ts';
import { tied } from '../support/tied-process.ts';

/**
 * Runs the conformance suites against the product's own server: the stable one for the revisions up to 2025-11-25,
 * the newest for 2026-07-28. No failure is expected, so there is no list of them.
 */
const suites = [
  {
    name: '2025-11-25 (0.1.16)',
    entry: 'node_modules/@modelcontextprotocol/conformance/dist/index.js',
    words: ['--suite', 'active'],
  },
  {
    name: '2026-07-28',
    entry: 'node_modules/conformance-next/dist/index.js',
    words: ['--requirements', '2026-07-28'],
  },
  {
    name: '2025-11-25',
    entry: 'node_modules/conformance-next/dist/index.js',
    words: ['--requirements', '2025-11-25'],
  },
] as const;

const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const log = createLog({ process: 'conformance', level: values.verbose ? 'debug' : 'silent' });
const root = join(import.meta.dirname, '../output/conformance');

interface Check {
  readonly id: string;
  readonly status: string;
  readonly errorMessage?: string;
}

async function checksIn(
  folder: string,
): Promise<readonly { readonly scenario: string; readonly check: Check }[]> {
  const scenarios = await readdir(folder);
  const all = await Promise.all(
    scenarios.map(async (scenario) => {
      const file = await readFile(join(folder, scenario, 'checks.json'), 'utf8').catch(() => '[]');
      return (JSON.parse(file) as Check[]).map((check) => ({ scenario, check }));
    }),
  );
  return all.flat();
}

async function runSuite({ name, entry, words }: (typeof suites)[number], url: string): Promise<boolean> {
  const folder = join(root, name.replaceAll(/[^\w.-]+/g, '-'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const child = tied(
    spawn(process.execPath, [entry, 'server', '--url', `${url}/mcp`, ...words, '-o', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const checks = await checksIn(folder);
  const count = (status: string) => checks.filter(({ check }) => check.status === status).length;
  const failures = checks.filter(({ check }) => check.status === 'FAILURE');
  console.log(
    `${name}: ${count('SUCCESS')} passed, ${failures.length} failed, ${count('WARNING')} warnings, ${count('SKIPPED')} skipped, exit ${code ?? 'signal'}`,
  );
  for (const { scenario, check } of failures)
    console.log(`  ${scenario} ${check.id}: ${check.errorMessage ?? ''}`);
  if (values.verbose || (code !== 0 && failures.length === 0)) console.log(output);
  return code === 0;
}

const server = await startFixtureServer(log);
try {
  for (const suite of suites) if (!(await runSuite(suite, server.url))) process.exitCode = 1;
} finally {
  await server.close();
}
