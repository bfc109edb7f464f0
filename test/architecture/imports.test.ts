import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inProject } from '../../infra/local/layout.ts';

const run = promisify(execFile);
const tops = ['bot', 'workflows', 'workers', 'mcp', 'infra', 'test'];

/** A file, what it imports, and the rule that says no. */
const bad = [
  { rule: 'no-circular', from: 'workflows/domain/a-circle.ts', to: './another-circle.ts' },
  { rule: 'nobody-imports-entries', from: 'workers/activities/planted.ts', to: '../main.ts' },
  { rule: 'nobody-imports-entries', from: 'bot/teams/on-local.ts', to: '../../infra/local/target.ts' },
  { rule: 'nobody-imports-entries', from: 'mcp/on-test.ts', to: '../test/support/target.ts' },
  { rule: 'workflows-without-node', from: 'workflows/definitions/on-node.ts', to: 'node:fs' },
  {
    rule: 'workflows-without-services',
    from: 'workflows/definitions/on-client.ts',
    to: '@temporalio/client',
  },
  {
    rule: 'workflows-without-services',
    from: 'workflows/ports/on-graph.ts',
    to: '@microsoft/microsoft-graph-client',
  },
  { rule: 'domain-without-temporal', from: 'workflows/domain/on-temporal.ts', to: '@temporalio/workflow' },
  { rule: 'botbuilder-stays-in-teams', from: 'bot/cards/on-botbuilder.ts', to: 'botbuilder' },
  { rule: 'botbuilder-stays-in-teams', from: 'workers/adapters/mail/on-botbuilder.ts', to: 'botbuilder' },
  { rule: 'no-unresolved', from: 'bot/cards/on-nothing.ts', to: './is-not-there.ts' },
  { rule: 'not-in-allowed', from: 'workflows/domain/on-ports.ts', to: '../ports/target.ts' },
  { rule: 'not-in-allowed', from: 'workflows/ports/on-contract.ts', to: '../contract/target.ts' },
  { rule: 'not-in-allowed', from: 'workflows/contract/on-ports.ts', to: '../ports/target.ts' },
  {
    rule: 'not-in-allowed',
    from: 'workflows/definitions/on-adapter.ts',
    to: '../../workers/adapters/graph/target.ts',
  },
  { rule: 'not-in-allowed', from: 'workers/activities/on-adapter.ts', to: '../adapters/graph/target.ts' },
  { rule: 'not-in-allowed', from: 'workers/adapters/redis/on-another.ts', to: '../graph/target.ts' },
  {
    rule: 'not-in-allowed',
    from: 'workers/adapters/redis/on-contract.ts',
    to: '../../../workflows/contract/target.ts',
  },
  { rule: 'not-in-allowed', from: 'workers/client/on-adapter.ts', to: '../adapters/graph/target.ts' },
  { rule: 'not-in-allowed', from: 'bot/cards/on-web.ts', to: '../web/target.ts' },
  { rule: 'not-in-allowed', from: 'bot/words/on-cards.ts', to: '../cards/target.ts' },
  { rule: 'not-in-allowed', from: 'bot/words/on-ports.ts', to: '../../workflows/ports/target.ts' },
  { rule: 'not-in-allowed', from: 'workers/activities/on-words.ts', to: '../../bot/words/target.ts' },
  { rule: 'not-in-allowed', from: 'mcp/tools/on-words.ts', to: '../../bot/words/target.ts' },
  { rule: 'not-in-allowed', from: 'bot/web/on-adapter.ts', to: '../../workers/adapters/graph/target.ts' },
  { rule: 'not-in-allowed', from: 'mcp/on-bot.ts', to: '../bot/web/target.ts' },
  { rule: 'not-in-allowed', from: 'infra/runtime/on-contract.ts', to: '../../workflows/contract/target.ts' },
];

const good = [
  { from: 'workflows/domain/good.ts', to: './target.ts' },
  { from: 'workflows/ports/good.ts', to: '../domain/target.ts' },
  { from: 'workflows/contract/good.ts', to: '../domain/target.ts' },
  { from: 'workflows/definitions/good.ts', to: '../ports/target.ts' },
  { from: 'workers/activities/good.ts', to: '../../workflows/ports/target.ts' },
  { from: 'workers/adapters/graph/good.ts', to: '../../../infra/runtime/target.ts' },
  { from: 'workers/client/good.ts', to: '../../workflows/contract/target.ts' },
  { from: 'bot/cards/good.ts', to: '../../workflows/contract/target.ts' },
  { from: 'bot/words/good.ts', to: '../../workflows/domain/target.ts' },
  { from: 'bot/cards/good-words.ts', to: '../words/target.ts' },
  { from: 'bot/web/good.ts', to: '../../workers/client/target.ts' },
  { from: 'bot/teams/good.ts', to: 'botbuilder' },
  { from: 'mcp/good.ts', to: '../workers/client/target.ts' },
  { from: 'infra/runtime/good.ts', to: 'node:fs' },
  { from: 'workers/main.ts', to: './adapters/graph/target.ts' },
  { from: 'mcp/main.ts', to: '../bot/words/target.ts' },
];

const targets = [
  'infra/local/target.ts',
  'infra/runtime/target.ts',
  'test/support/target.ts',
  'workflows/domain/target.ts',
  'workflows/ports/target.ts',
  'workflows/contract/target.ts',
  'workers/adapters/graph/target.ts',
  'workers/client/target.ts',
  'bot/cards/target.ts',
  'bot/web/target.ts',
  'bot/words/target.ts',
];

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const ruleSet = z.object({ forbidden: z.array(z.object({ name: z.string() })) });

function plant(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const target of targets) write(target, 'export const target = 1;\n');
  for (const { from, to } of [...bad, ...good]) write(from, `import '${to}';\n`);
  write('workflows/domain/another-circle.ts', "import './a-circle.ts';\n");
  cpSync(inProject('tsconfig.json'), join(folder, 'tsconfig.json'));
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
}

describe('the import rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assent-imports-'));
  let violations: z.infer<typeof report>['summary']['violations'] = [];

  beforeAll(async () => {
    plant(folder);
    const cruiser = inProject('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const config = inProject('dependency-cruiser.config.cjs');
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await run(
      process.execPath,
      [cruiser, '--config', config, '--output-type', 'json', ...tops],
      options,
    );
    violations = report.parse(JSON.parse(stdout)).summary.violations;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(bad)('$rule: $from may not import $to', ({ rule, from }) => {
    expect(
      violations.filter((violation) => violation.from === from).map(({ rule: { name } }) => name),
    ).toContain(rule);
  });

  it.each(good)('$from may import $to', ({ from }) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });

  it('are each seen to fire', () => {
    const { forbidden } = ruleSet.parse(
      createRequire(import.meta.url)(inProject('dependency-cruiser.config.cjs')),
    );
    const seen = new Set(bad.map(({ rule }) => rule));
    for (const { name } of forbidden) expect(seen).toContain(name);
  });
});
