import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { possibleNames } from '../../bot/language/lexicon/possible-names.ts';
import { understand } from '../../bot/language/understand.ts';
import { crowdName } from '../../infra/graph-emulator/load-test-people.ts';
import { graphNodeOptions } from '../../infra/graph-emulator/node-options.ts';
import { createGraphDirectory } from '../../workers/adapters/graph/directory/directory.ts';
import { tokenSourceOf } from '../../workers/adapters/graph/sign-in/token-source.ts';
import { createGraph } from '../../workers/adapters/graph/transport/graph.ts';
import type { KnownPeople, NameQuery } from '../../workflows/domain/people/known-people.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import { residentMb } from '../support/process-figures.ts';
import { tied } from '../support/tied-process.ts';
import { below } from './result.ts';
import type { BenchResult, BenchRow } from './result.ts';

export const description =
  'names in sentences: requests, memory and CPU with 100 and 100,000 people in the directory';

const sizes = [100, 100_000] as const;
const sentences = 300;
const token = 'bench';
const asker = 'alice.martin@contoso.example';

async function startEmulator(people: number) {
  const child = tied(
    spawn(process.execPath, [path.resolve(import.meta.dirname, '../../infra/graph-emulator/main.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: graphNodeOptions,
        GRAPH_EMULATOR_PORT: '0',
        GRAPH_EMULATOR_SEED: 'people',
        GRAPH_EMULATOR_CROWD_PEOPLE: String(people),
        GRAPH_EMULATOR_CROWD_EVENTS: '0',
        GRAPH_EMULATOR_TOKENS: JSON.stringify([{ token, kind: 'application', permissions: 'all' }]),
      },
    }),
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return { child, url };
}

/** Everyday sentences about people of the crowd: whole names, first names, misspelt ones, words that are no names. */
function sentence(at: number): string {
  const { givenName, surname } = crowdName((at * 7919) % 99_991);
  const other = crowdName((at * 104_729) % 99_991);
  const forms = [
    `30 min with ${givenName} ${surname} and ${other.givenName} ${other.surname} next week about the roadmap`,
    `lunch with ${givenName.toLowerCase()} tomorrow`,
    `45 min with ${surname}, ${givenName} on Friday about onboarding`,
    `1 hour with ${givenName}${givenName.at(-1) ?? ''} ${surname.slice(0, -1)} and Bob Keller on Monday`,
    `is ${givenName} ${surname} free on Thursday?`,
    `move the budget review with ${givenName} ${surname} to Tuesday 3pm`,
  ];
  return forms[at % forms.length] ?? '';
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

interface Read {
  readonly cpuMs: number;
  readonly waitedMs: number;
  readonly requests: number;
}

async function readOne(
  text: string,
  sender: Person,
  directory: Directory,
  sent: () => number,
): Promise<Read> {
  const before = sent();
  const begunMs = performance.now();
  const names: readonly NameQuery[] = possibleNames(text);
  const askedMs = performance.now();
  const known: KnownPeople = await directory.lookUp({ names, asker: sender.id });
  const knownMs = performance.now();
  understand({
    text,
    now: '2026-11-18T09:00:00.000Z',
    timeZone: 'Europe/Berlin',
    sender,
    directory: known.people,
    addresses: known.addresses,
    groups: known.groups,
    nearby: known.nearby,
    rooms: [],
    members: [],
    mentions: [],
  });
  const cpuMs = askedMs - begunMs + (performance.now() - knownMs);
  return { cpuMs, waitedMs: knownMs - askedMs, requests: sent() - before };
}

async function measure(people: number): Promise<readonly BenchRow[]> {
  const { child, url } = await startEmulator(people);
  let batches = 0;
  try {
    const graph = createGraph({ baseUrl: `${url}/v1.0`, tokenSource: tokenSourceOf({ token }) });
    const counted = {
      ...graph,
      batch: (...input: Parameters<typeof graph.batch>) => {
        batches += input[0].length > 0 ? 1 : 0;
        return graph.batch(...input);
      },
    };
    const directory = createGraphDirectory(counted, { cacheMs: 300_000 });
    const sender = await directory.person(asker);
    if (sender === undefined) throw new Error(`The directory does not know ${asker}.`);
    await directory.rooms();
    for (let at = 0; at < 60; at += 1) await readOne(sentence(at), sender, directory, () => batches);
    const heapBefore = heapMb();
    const read: Read[] = [];
    for (let at = 60; at < 60 + sentences; at += 1)
      read.push(await readOne(sentence(at), sender, directory, () => batches));
    const of = people.toLocaleString('en-US');
    const cpu = read.map(({ cpuMs }) => cpuMs);
    const requests = read.map((one) => one.requests);
    return [
      below(`${of}: CPU of reading a sentence, p95`, quantile(cpu, 0.95), 'ms', 5),
      { name: `${of}: the same, median`, value: quantile(cpu, 0.5), unit: 'ms' },
      {
        name: `${of}: batches a sentence, mean`,
        value: requests.reduce((a, b) => a + b, 0) / read.length,
        unit: '',
      },
      below(`${of}: batches a sentence, most`, Math.max(...requests), '', 3),
      {
        name: `${of}: waiting for the emulator, p95`,
        value: quantile(
          read.map(({ waitedMs }) => waitedMs),
          0.95,
        ),
        unit: 'ms',
      },
      below(`${of}: heap kept by ${sentences} sentences`, heapMb() - heapBefore, 'MB', 50),
      { name: `${of}: resident memory of the emulator`, value: await residentMb(child.pid ?? 0), unit: 'MB' },
    ];
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

export async function run(): Promise<BenchResult> {
  const rows: BenchRow[] = [];
  for (const people of sizes) rows.push(...(await measure(people)));
  return {
    rows,
    notes: [
      'A batch asks for the names; a second one for the zones, languages and clocks of those found whom this process has not read in the last minutes.',
    ],
  };
}
