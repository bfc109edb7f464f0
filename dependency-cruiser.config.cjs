/**
 * Who may import whom: an allow-list, everything else is an error.
 * test/architecture/imports.test.ts plants a bad import for each rule and sees it fire.
 */
const domain = '^workflows/domain/';
const contract = '^workflows/contract/';
const ports = '^workflows/ports/';
const runtime = '^infra/runtime/';
const client = '^workers/client/';
const libraries = '(^|/)node_modules/';

/** Code that any layer may lean on: published packages and, outside `workflows/`, Node itself. */
const outside = [
  { from: { path: '^(bot|workers|mcp|infra|test)/' }, to: { dependencyTypes: ['core'] } },
  { from: {}, to: { path: libraries } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle has no top to read from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nobody-imports-entries',
      comment: 'main.ts files, the local stack, the emulator and test are ends of the graph.',
      severity: 'error',
      from: { pathNot: '^(infra/(local|graph-emulator)|test)/' },
      to: { path: '(^|/)main\\.ts$|^infra/(local|graph-emulator)/|^test/' },
    },
    {
      name: 'workflows-without-node',
      comment: 'Workflow code is deterministic: no Node builtins.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-without-services',
      comment: 'Of Temporal, workflow code sees only the workflow package; no provider SDK at all.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        path: 'node_modules/(@temporalio/(client|worker|activity|testing)|@microsoft/microsoft-graph-client|@azure|@modelcontextprotocol|botbuilder|openai|redis|fastify)(/|$)',
      },
    },
    {
      name: 'domain-without-temporal',
      comment: 'The rules know nothing of the engine that runs them.',
      severity: 'error',
      from: { path: domain },
      to: { path: 'node_modules/@temporalio/' },
    },
    {
      name: 'botbuilder-stays-in-teams',
      comment: 'The Bot Framework SDK is out of support; it stays where it can be replaced.',
      severity: 'error',
      from: { pathNot: '^(bot/(teams|messenger)|test)/|^bot/main\\.ts$' },
      to: { path: 'node_modules/(botbuilder|botframework-|@microsoft/teams-ai)' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  allowed: [
    ...outside,
    { from: { path: domain }, to: { path: domain } },
    { from: { path: ports }, to: { path: [ports, domain] } },
    { from: { path: contract }, to: { path: [contract, domain] } },
    { from: { path: '^workflows/(definitions/|index\\.ts$)' }, to: { path: '^workflows/' } },
    {
      from: { path: '^workers/activities/' },
      to: { path: ['^workers/activities/', domain, contract, ports] },
    },
    {
      from: { path: '^workers/runtime/' },
      to: { path: ['^workers/runtime/', '^workers/activities/', domain, contract, ports, runtime] },
    },
    {
      from: { path: '^workers/adapters/([^/]+)/' },
      to: { path: ['^workers/adapters/$1/', domain, ports, runtime] },
    },
    {
      from: { path: '^workers/adapters/open-shared\\.ts$' },
      to: { path: ['^workers/adapters/(redis|sqlite)/', runtime] },
    },
    { from: { path: client }, to: { path: [client, domain, contract, ports] } },
    { from: { path: runtime }, to: { path: [runtime, ports, domain] } },
    { from: { path: '^bot/language/' }, to: { path: ['^bot/language/', domain] } },
    { from: { path: '^bot/words/' }, to: { path: ['^bot/words/', domain, contract] } },
    { from: { path: '^bot/cards/' }, to: { path: ['^bot/(cards|language|words)/', domain, contract] } },
    {
      from: { path: '^bot/', pathNot: '^bot/(cards|language|words)/' },
      to: { path: ['^bot/', domain, contract, ports, client, runtime] },
    },
    { from: { path: '^mcp/' }, to: { path: ['^mcp/', domain, contract, ports, client, runtime] } },
    { from: { path: '(^|/)main\\.ts$|^infra/local/|^test/' }, to: {} },
    { from: { path: '^infra/deploy/' }, to: { path: '^infra/deploy/' } },
    { from: { path: '^infra/graph-emulator/' }, to: { path: '^infra/graph-emulator/' } },
  ],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6', 'cjs'],
  },
};
