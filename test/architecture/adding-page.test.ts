import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../infra/local/layout.ts';

const page = readFileSync(inProject('docs/adding.md'), 'utf8');

/** Recipes that say how many files they touch, with the rows of the table that follows. */
const recipes = page
  .split(/^(?=\*\*\d+ files?\*\*)/m)
  .slice(1)
  .map((text) => {
    const [, count = '', title = ''] = /^\*\*(\d+) files?\*\* ([^]*?):\n/.exec(text) ?? [];
    const table = /^\|[^]*?(?=\n\n)/m.exec(text)?.[0] ?? '';
    const rows = table.split('\n').slice(2);
    return { title: title.replaceAll(/\s+/g, ' '), count: Number(count), rows };
  });

describe('the recipes of docs/adding.md', () => {
  it.each(recipes)('list as many files as they say: $title', ({ count, rows }) => {
    expect(rows).toHaveLength(count);
  });

  it('keep to the aims that the page names', () => {
    const [operation] = recipes;
    expect(recipes.length).toBeGreaterThan(5);
    expect(operation?.count).toBeLessThanOrEqual(6);
    const card = recipes.find(({ rows }) => rows.some((row) => row.includes('NAME-card.ts')));
    expect(card?.count).toBeLessThanOrEqual(3);
  });
});
