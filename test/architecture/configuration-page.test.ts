import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationFile, configurationPage, sections } from '../../infra/local/configuration-page.ts';
import { inProject } from '../../infra/local/layout.ts';

describe('docs/configuration.md', () => {
  it('lists the variables as the code reads them (`npm run docs` writes it)', async () => {
    expect(readFileSync(configurationFile, 'utf8')).toBe(await configurationPage());
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
});
