import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../infra/local/layout.ts';

test('every command of ours runs on the pinned Node with the settings of .env', () => {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const ours = Object.values(scripts).filter((command) => command.startsWith('node '));
  expect(ours.length).toBeGreaterThan(5);
  for (const command of ours)
    expect(command).toMatch(/^node infra\/local\/(run\.mjs \S+\.ts|(test|reset)\.mjs)$/);
});
