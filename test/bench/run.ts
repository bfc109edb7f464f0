import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench, BenchResult, BenchRow } from './result.ts';

const directory = fileURLToPath(new URL('.', import.meta.url));
const notBenches = new Set(['run.ts', 'result.ts', 'talk-adapter.ts', 'asked-file.ts']);

const names = readdirSync(directory)
  .filter((file) => file.endsWith('.ts') && !notBenches.has(file))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

async function load(name: string): Promise<Bench> {
  return (await import(`./${name}.ts`)) as Bench;
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 3 : 1 });
}

function verdict(row: BenchRow): string {
  return row.reached === undefined ? '' : row.reached ? 'reached' : 'not reached';
}

function printTable({ rows, notes = [] }: BenchResult): void {
  const cells = [
    ['', 'figure', 'aim', ''],
    ...rows.map((row) => [row.name, `${shown(row.value)} ${row.unit}`, row.aim ?? '', verdict(row)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  for (const line of cells)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  for (const note of notes) console.log(note);
}

async function listBenches(): Promise<void> {
  for (const name of names) console.log(`${name.padEnd(16)}${(await load(name)).description}`);
}

async function runBench(name: string, asJson: boolean): Promise<void> {
  const bench = await load(name);
  console.log(bench.description);
  const result = await bench.run();
  printTable(result);
  if (asJson) console.log(JSON.stringify({ bench: name, ...result }));
}

const asked = process.argv.slice(2);
const name = asked.find((word) => !word.startsWith('--'));
if (name === undefined) await listBenches();
else if (names.includes(name)) await runBench(name, asked.includes('--json'));
else {
  console.error(`There is no bench "${name}"; there are: ${names.join(', ')}.`);
  process.exitCode = 2;
}
