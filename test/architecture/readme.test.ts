import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../infra/local/layout.ts';
import { sections, variableTable } from '../../infra/local/variable-table.ts';

const readme = readFileSync(inProject('README.md'), 'utf8');

/** Padding is the formatter's affair. */
function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));
}

describe('the README', () => {
  it('documents the variables as the code reads them (`npm run readme` writes the table)', () => {
    const table = /<!-- variables -->([^]*)<!-- \/variables -->/.exec(readme)?.[1] ?? '';
    expect(cells(table)).toEqual(cells(variableTable()));
  });

  it('leaves out no section of the configuration', async () => {
    const folder = inProject('infra/runtime/config');
    const found = [];
    for (const file of readdirSync(folder))
      for (const value of Object.values((await import(join(folder, file))) as Record<string, unknown>))
        if (typeof value === 'object' && value !== null && 'variables' in value) found.push(value);
    expect(found.length).toBeGreaterThan(5);
    for (const section of found) expect(sections).toContain(section);
  });

  it('names no variable twice, and says of each what it is for without a full stop', () => {
    const variables = [...new Set(sections.flatMap((section) => Object.values(section.variables)))];
    const names = variables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { purpose } of variables) expect(purpose).toMatch(/^[^.|]*[^.\s|]$/);
  });

  it('has every top-level folder in its map, and no other', () => {
    const mapped = [...readme.matchAll(/^\| `(\w+)\/`/gm)].map(([, name]) => name);
    const there = readdirSync(inProject('.')).filter(
      (name) =>
        /^[a-z]\w*$/i.test(name) && name !== 'node_modules' && statSync(inProject(name)).isDirectory(),
    );
    expect(mapped.sort()).toEqual(there.sort());
  });

  it('speaks only of scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm (?:run )?(start|test|run [\w:-]+|[\w:-]+)(?=[\s`])/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
