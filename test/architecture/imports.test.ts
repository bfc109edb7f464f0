import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inProject } from '../../infra/local/layout.ts';

const run = promisify(execFile);
const tops = ['bot', 'workflows', 'workers', 'mcp', 'infra', 'test'];

/** Files of one folder that import from a neighbour of theirs, which no rule allows. */
function arrows(root: string, pairs: readonly (readonly [from: string, to: string])[]) {
  return pairs.map(([from, to]) => ({
    rule: 'not-in-allowed',
    from: `${root}/${from}/on-${to}.ts`,
    to: `../${to}/target.ts`,
  }));
}

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
  { rule: 'bot-without-other-processes', from: 'bot/main.ts', to: '../mcp/tools/target.ts' },
  {
    rule: 'bot-without-other-processes',
    from: 'bot/main.ts',
    to: '../workers/activities/target.ts',
  },
  { rule: 'bot-without-other-processes', from: 'bot/main.ts', to: '../workers/runtime/target.ts' },
  { rule: 'mcp-without-other-processes', from: 'mcp/main.ts', to: '../bot/web/target.ts' },
  { rule: 'mcp-without-other-processes', from: 'mcp/main.ts', to: '../bot/messenger/target.ts' },
  { rule: 'mcp-without-other-processes', from: 'mcp/main.ts', to: '../workers/runtime/target.ts' },
  { rule: 'worker-without-other-processes', from: 'workers/main.ts', to: '../bot/teams/target.ts' },
  { rule: 'worker-without-other-processes', from: 'workers/main.ts', to: '../mcp/tools/target.ts' },
  {
    rule: 'clients-know-the-wire-alone',
    from: 'mcp/clients/agent/on-server.ts',
    to: '../../projections/target.ts',
  },
  {
    rule: 'clients-know-the-wire-alone',
    from: 'mcp/clients/agent/on-use-cases.ts',
    to: '../../../workers/client/target.ts',
  },
  {
    rule: 'stores-of-the-emulator-without-state',
    from: 'infra/graph-emulator/mail/planted-store.ts',
    to: '../emulator-state.ts',
  },
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
  ...arrows('workflows/domain', [
    ['time', 'meeting'],
    ['slots', 'meeting'],
    ['slots', 'policy'],
    ['people', 'slots'],
    ['problems', 'meeting'],
    ['time', 'problems'],
  ]),
  ...arrows('bot', [
    ['cards', 'teams'],
    ['cards', 'picture'],
    ['picture', 'messenger'],
    ['language', 'cards'],
    ['language', 'words'],
    ['words', 'language'],
    ['messenger', 'teams'],
    ['messenger', 'web'],
    ['mails', 'teams'],
    ['teams', 'web'],
    ['web', 'teams'],
    ['web', 'messenger'],
    ['model', 'teams'],
    ['http', 'teams'],
  ]),
  ...arrows('mcp', [
    ['auth', 'http'],
    ['calls', 'tools'],
    ['http', 'intents'],
    ['intents', 'tools'],
    ['projections', 'transports'],
    ['toolsets', 'tools'],
    ['offer', 'tools'],
    ['tasks', 'tools'],
    ['tools', 'resources'],
    ['resources', 'tools'],
    ['prompts', 'tools'],
    ['transports', 'intents'],
    ['transports', 'tools'],
    ['transports', 'calls'],
  ]),
  ...arrows('infra/graph-emulator', [
    ['time', 'protocol'],
    ['access', 'directory'],
    ['storage', 'events'],
    ['protocol', 'directory'],
    ['events', 'http'],
    ['planner', 'page'],
  ]),
  {
    rule: 'not-in-allowed',
    from: 'infra/graph-emulator/http/on-server.ts',
    to: '../emulator.ts',
  },
  { rule: 'not-in-allowed', from: 'infra/local/on-adapter.ts', to: '../../workers/adapters/graph/target.ts' },
  { rule: 'not-in-allowed', from: 'infra/runtime/on-contract.ts', to: '../../workflows/contract/target.ts' },
];

const good = [
  { from: 'workflows/domain/slots/good.ts', to: '../time/target.ts' },
  { from: 'workflows/domain/meeting/good.ts', to: '../slots/target.ts' },
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
  { from: 'bot/teams/good-messenger.ts', to: '../messenger/target.ts' },
  { from: 'mcp/tools/good.ts', to: '../tasks/target.ts' },
  { from: 'mcp/transports/good.ts', to: '../resources/target.ts' },
  { from: 'mcp/clients/agent/good.ts', to: '../sign-in/target.ts' },
  { from: 'infra/graph-emulator/events/good.ts', to: '../protocol/target.ts' },
  { from: 'infra/local/good.ts', to: '../graph-emulator/emulator.ts' },
  { from: 'mcp/agent-server.ts', to: './intents/target.ts' },
  { from: 'bot/main.ts', to: '../workers/adapters/graph/target.ts' },
  { from: 'mcp/main.ts', to: '../bot/words/target.ts' },
  { from: 'workers/main.ts', to: '../bot/messenger/target.ts' },
  { from: 'workers/main.ts', to: '../bot/mails/target.ts' },
  { from: 'infra/deploy/app-package/main.ts', to: '../../runtime/target.ts' },
  { from: 'workers/main.ts', to: './adapters/graph/target.ts' },
];

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const ruleSet = z.object({ forbidden: z.array(z.object({ name: z.string() })) });

/** The file that is meant, for an import of a file. */
function targetOf({ from, to }: { readonly from: string; readonly to: string }): string | undefined {
  return to.startsWith('.') ? join(dirname(from), to) : undefined;
}

function plant(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    appendFileSync(join(folder, path), text);
  };
  for (const planted of [...bad, ...good]) {
    const target = targetOf(planted);
    write(planted.from, `import '${planted.to}';\n`);
    if (target !== undefined && basename(target) !== 'is-not-there.ts') write(target, 'export {};\n');
  }
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

  function brokenBy(planted: { readonly from: string; readonly to: string }): readonly string[] {
    // What is not resolved is reported as it was written; a package by its file.
    const target = targetOf(planted);
    const meant = [target, planted.to];
    return violations
      .filter(({ from, to }) => from === planted.from && (target === undefined || meant.includes(to)))
      .map(({ rule: { name } }) => name);
  }

  it.each(bad)('$rule: $from may not import $to', ({ rule, ...planted }) => {
    expect(brokenBy(planted)).toContain(rule);
  });

  it.each(good)('$from may import $to', (planted) => {
    expect(brokenBy(planted)).toEqual([]);
  });

  it('are each seen to fire', () => {
    const { forbidden } = ruleSet.parse(
      createRequire(import.meta.url)(inProject('dependency-cruiser.config.cjs')),
    );
    const seen = new Set(bad.map(({ rule }) => rule));
    for (const { name } of forbidden) expect(seen).toContain(name);
  });
});
