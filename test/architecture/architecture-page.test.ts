import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../infra/local/layout.ts';

const page = readFileSync(inProject('docs/architecture.md'), 'utf8');

interface Station {
  readonly number: number;
  readonly file: string;
  /** How it is reached: from an earlier station, by a name in both files or by a file that both import. */
  readonly from?: { readonly station: number; readonly name?: string; readonly meeting?: string };
}

function linkIn(cell: string): string | undefined {
  const [, target] = /\]\(([^)]+)\)/.exec(cell) ?? [];
  return target === undefined ? undefined : relative('.', join('docs', target));
}

function stationOf(row: string): Station {
  const [number = '', file = '', , reached = ''] = row
    .split('|')
    .slice(1)
    .map((cell) => cell.trim());
  const [, station, by = ''] = /^(\d+), by (.+)$/.exec(reached) ?? [];
  const name = /^`(\w+)`$/.exec(by)?.[1];
  return {
    number: Number(number),
    file: linkIn(file) ?? '',
    from: station === undefined ? undefined : { station: Number(station), name, meeting: linkIn(by) },
  };
}

const stations = page
  .split('\n')
  .filter((line) => /^\| \d+ /.test(line))
  .map(stationOf);

function code(file: string): string {
  return readFileSync(inProject(file), 'utf8').replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** What a file imports of ours, types aside: they call nothing. */
function imports(file: string): string[] {
  return [...code(file).matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gm)].map(([, target = '']) =>
    join(file, '..', target),
  );
}

const contains = (file: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(code(file));

describe('the meeting that docs/architecture.md follows', () => {
  it('goes through at most ten files, numbered in order', () => {
    expect(stations.length).toBeGreaterThan(5);
    expect(stations.length).toBeLessThanOrEqual(10);
    expect(stations.map(({ number }) => number)).toEqual(stations.map((_, at) => at + 1));
  });

  it.each(stations)('$number: $file is there', ({ file }) => {
    expect(existsSync(inProject(file))).toBe(true);
  });

  it.each(stations.slice(1))('$number: $file is reached as the page says', ({ number, file, from }) => {
    const before = stations.find((one) => one.number === from?.station);
    if (from === undefined || before === undefined) throw new Error('The last column names no station.');
    expect(before.number).toBeLessThan(number);
    if (from.name !== undefined) {
      const { name } = from;
      expect([before.file, ...imports(before.file)].filter((one) => contains(one, name))).not.toEqual([]);
      expect(contains(file, name)).toBe(true);
    } else {
      expect(imports(before.file)).toContain(from.meeting);
      expect(imports(file)).toContain(from.meeting);
    }
  });
});

const glossary = [...page.slice(page.indexOf('## Glossary')).matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|$/gm)]
  .map(([, word = '', meaning = '']) => ({ word, meaning }))
  .filter(({ word }) => word !== 'word' && !word.startsWith('--'));

/** The words of a name or of a line, in the singular and in lower case. */
function wordsIn(text: string): string[] {
  return [...text.matchAll(/[A-Z]?[a-z]+/g)].map(([word]) => word.toLowerCase().replace(/s$/, ''));
}

/** The types that a folder exports; those with parameters are made of others and name nothing. */
function typesOf(folder: string): string[] {
  return readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...code(join(folder, file)).matchAll(/^export (?:interface|type|class) (\w+)(?!\w|<)/gm),
    ])
    .map(([, name = '']) => name);
}

describe('the glossary', () => {
  it('explains each word once', () => {
    expect(glossary.length).toBeGreaterThan(50);
    expect(new Set(glossary.map(({ word }) => word)).size).toBe(glossary.length);
  });

  it('has a word of every type of the meeting and of the contract', () => {
    const known = new Set(
      glossary.flatMap(({ word, meaning }) => [
        ...wordsIn(word),
        ...[...meaning.matchAll(/`([^`]+)`/g)].flatMap(([, value = '']) => wordsIn(value)),
      ]),
    );
    const types = ['workflows/domain/meeting', 'workflows/contract'].flatMap(typesOf);
    expect(types.length).toBeGreaterThan(40);
    expect(types.filter((name) => !wordsIn(name).some((word) => known.has(word)))).toEqual([]);
  });
});
