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

/**
 * The arrows inside a folder: each part may import itself and what is named after it, nothing else of that folder.
 * A name is a folder, or a file where it ends in `.ts`.
 */
function inside(root, arrows) {
  const path = (name) => `^${root}/${name.replaceAll('.', '\\.')}${name.endsWith('.ts') ? '$' : '/'}`;
  return Object.entries(arrows).map(([part, others]) => ({
    from: { path: path(part) },
    to: { path: [part, ...others].map(path) },
  }));
}

/** Cards, pictures, the language and its words are leaves; Teams and the web do not know each other. */
const bot = inside('bot', {
  words: [],
  language: [],
  learning: ['language'],
  picture: ['words'],
  cards: ['language', 'words'],
  model: ['language'],
  http: [],
  messenger: ['cards', 'words'],
  mails: ['words', 'messenger', 'web/html.ts'],
  teams: ['cards', 'http', 'language', 'messenger', 'picture', 'words'],
  web: ['http', 'words'],
  'create-bot.ts': ['cards', 'http', 'language', 'messenger', 'picture', 'teams', 'web', 'words'],
});

/**
 * Calls to operations are below; the MCP server's offer is made of tools, resources and prompts above them, and carried
 * by transports. Intents and projections are surfaces beside MCP. Clients know only what goes over the wire.
 */
const mcp = inside('mcp', {
  auth: [],
  calls: ['auth'],
  http: ['auth'],
  intents: ['auth', 'calls', 'http'],
  projections: ['auth', 'http'],
  toolsets: ['calls'],
  offer: ['auth', 'calls'],
  tasks: ['auth', 'calls', 'offer'],
  tools: ['auth', 'calls', 'offer', 'tasks'],
  resources: ['auth', 'calls', 'offer'],
  prompts: ['auth', 'calls', 'offer', 'resources/uri.ts'],
  'server-factory.ts': ['auth', 'calls', 'offer', 'resources', 'tasks'],
  transports: ['auth', 'http', 'offer', 'resources', 'server-factory.ts'],
  'agent-server.ts': [
    ...['auth', 'calls', 'http', 'intents', 'offer', 'projections', 'prompts', 'resources', 'tasks', 'tools'],
    ...['transports', 'server-factory.ts'],
  ],
  clients: [],
});

/**
 * A meeting is made of the other rules, which know nothing of it; time is below all of them. Why a command is refused
 * names people and slots, so below time stands only the error for bad input.
 */
const rules = inside('workflows/domain', {
  problems: ['people', 'time'],
  time: ['problems/invalid-input.ts'],
  people: ['time'],
  availability: ['people', 'time'],
  ballots: ['people', 'time'],
  policy: ['ballots', 'people', 'time'],
  slots: ['availability', 'people', 'time', 'problems/invalid-input.ts'],
  meeting: ['availability', 'ballots', 'people', 'policy', 'problems', 'slots', 'time'],
});

/** Each resource of Graph has its store and its routes; HTTP stands above them, Graph's forms and the database below. */
const emulatorBase = ['graph-error.ts', 'time', 'access', 'storage', 'protocol'];
const emulatorResources = [
  ...['directory', 'events', 'mail', 'online-meetings', 'planner', 'schedule', 'subscriptions', 'teams'],
];
const emulatorHandlers = [...emulatorBase, 'emulator-state.ts', 'route.ts'];
const emulator = inside('infra/graph-emulator', {
  'graph-error.ts': [],
  time: ['graph-error.ts'],
  access: ['graph-error.ts'],
  storage: [],
  protocol: ['graph-error.ts', 'time', 'access'],
  'emulator-state.ts': ['storage', ...emulatorResources],
  'route.ts': [...emulatorBase, 'emulator-state.ts'],
  ...Object.fromEntries(
    emulatorResources.map((resource) => [resource, [...emulatorHandlers, ...emulatorResources]]),
  ),
  teams: [...emulatorHandlers, 'directory', 'company.ts'],
  'routes.ts': ['route.ts', ...emulatorResources],
  page: [...emulatorHandlers, 'directory', 'events'],
  http: [...emulatorHandlers, 'routes.ts', 'page'],
  'company.ts': ['access', 'directory'],
});
/** The server, the process and what fills it. */
const emulatorTop = ['emulator', 'main', 'seed', 'company-calendar', 'load-test-people'];

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
      name: 'bot-without-other-processes',
      comment:
        'The bot calls meetings by workers/client and wires adapters; how they run and what agents see is not its concern.',
      severity: 'error',
      from: { path: '^bot/main\\.ts$' },
      to: { path: '^(mcp/|infra/|workers/|test/)', pathNot: [client, '^workers/adapters/', runtime] },
    },
    {
      name: 'mcp-without-other-processes',
      comment:
        'As the bot; only bot/words, a folder of plain sentences, is wired here too, so that agents and people read the same.',
      severity: 'error',
      from: { path: '^mcp/main\\.ts$' },
      to: {
        path: '^(bot/|mcp/clients/|infra/|workers/|test/)',
        pathNot: ['^bot/words/', client, '^workers/adapters/', runtime],
      },
    },
    {
      name: 'worker-without-other-processes',
      comment:
        'A worker tells people what happened, so it wires what speaks to them: the messenger, the mails and their words. Nothing else of the bot.',
      severity: 'error',
      from: { path: '^workers/main\\.ts$' },
      to: { path: '^(bot/|mcp/|infra/|test/)', pathNot: ['^bot/(messenger|mails|words)/', runtime] },
    },
    {
      name: 'clients-know-the-wire-alone',
      comment:
        'A client of ours is written as anybody would write one: nothing of the server, no use case, no port.',
      severity: 'error',
      from: { path: '^mcp/clients/' },
      to: { path: '^(mcp/(?!clients/)|bot/|workers/|workflows/ports/)' },
    },
    {
      name: 'stores-of-the-emulator-without-state',
      comment: 'The state holds the stores, so no store knows it.',
      severity: 'error',
      from: {
        path: '^infra/graph-emulator/(.*-store|directory/directory|subscriptions/notifications)\\.ts$',
      },
      to: { path: '^infra/graph-emulator/(emulator-state|route)\\.ts$' },
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
    ...rules,
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
    ...bot,
    { from: { path: '^bot/(language|picture)/' }, to: { path: domain } },
    { from: { path: '^bot/(cards|words)/' }, to: { path: [domain, contract] } },
    {
      from: { path: '^bot/', pathNot: '^bot/(cards|language|picture|words)/' },
      to: { path: [domain, contract, ports, client, runtime] },
    },
    ...mcp,
    { from: { path: '^mcp/' }, to: { path: [domain, contract, ports, client, runtime] } },
    { from: { path: '^(bot|mcp|workers)/main\\.ts$|^test/' }, to: {} },
    {
      from: { path: '^infra/local/' },
      to: { path: ['^infra/(local|graph-emulator)/', runtime, contract] },
    },
    { from: { path: '^infra/deploy/' }, to: { path: ['^infra/deploy/', runtime] } },
    ...emulator,
    {
      from: { path: `^infra/graph-emulator/(${emulatorTop.join('|')})\\.ts$` },
      to: { path: '^infra/graph-emulator/' },
    },
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
