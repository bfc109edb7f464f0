import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { askedFile } from './asked-file.ts';
import type { BenchResult, BenchRow } from './result.ts';
import { atLeast, below } from './result.ts';

export const description =
  'Sentences that people wrote, read and compared with labels (another file: -- --file F)';

const folder = '../shared/language';
const adapter = 'test/bench/talk-adapter.ts';
const heldOutFile = 'test/bench/talk-sentences/held-out.json';
const sharedFiles = [`${folder}/utterances.json`, `${folder}/smcalflow-turns.json`];

/** Lower aims of the rates that the measures print, in percent. */
const lowest: Readonly<Record<string, number>> = {
  'English, good': 85,
  'English requests, good': 92,
  'English commands, good': 80,
  'English questions, good': 80,
  'English follow-ups, good': 80,
  'English, act right': 95,
  'other languages, good': 75,
  'other languages, act right': 93,
  'act right, out of scope left out': 89,
};

/** Upper aims, in percent; rates right at them are below them enough. */
const highest: Readonly<Record<string, number>> = {
  'English, wrong silently': 3,
  'English, acts on the wrong meeting': 0.1,
  'English, needless questions': 5,
  'other languages, wrong silently': 3,
  'other languages, acts on the wrong meeting': 0.1,
};

interface Measured {
  readonly rows: readonly { readonly name: string; readonly value: number }[];
}

/** Runs one of the measures over a file; the last line that it prints is JSON. */
async function measure(script: string, file: string): Promise<Measured['rows']> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`${folder}/${script}`, file, '--adapter', adapter, '--json'],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return (JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '{"rows":[]}') as Measured).rows;
}

/** Files of sentences with labels of all that they mean; the others tell the act alone. */
function hasLabels(file: string): boolean {
  return 'utterances' in (JSON.parse(readFileSync(file, 'utf8')) as object);
}

function rowOf(file: string, { name, value }: Measured['rows'][number]): BenchRow {
  const title = `${file.slice(file.lastIndexOf('/') + 1)}: ${name}`;
  const [low, high] = [lowest[name], highest[name]];
  if (low !== undefined) return atLeast(title, value, '%', low);
  if (high !== undefined) return below(title, value, '%', high);
  return { name: title, value, unit: '%' };
}

export async function run(): Promise<BenchResult> {
  if (!existsSync(`${folder}/measure.ts`))
    return { rows: [], notes: [`Skipped: ${folder}/measure.ts is not there.`] };
  const asked = askedFile();
  const files = asked === undefined ? [...sharedFiles, heldOutFile] : [asked];
  const rows: BenchRow[] = [];
  for (const file of files) {
    const measured = await measure(hasLabels(file) ? 'measure.ts' : 'acts-measure.ts', file);
    rows.push(...measured.map((row) => rowOf(file, row)));
  }
  return { rows };
}
