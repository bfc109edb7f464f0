import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../workflows/contract/catalogue/catalogue.ts';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { legacyClient, legacySseClient, modernClient } from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';

const run = promisify(execFile);
let agents: AgentWorld;
let token: string;
const ana = someone('ana');
const bob = someone('bob');

beforeAll(async () => {
  agents = await openAgentWorld();
  token = await agents.tokenOf(ana);
});
afterAll(async () => {
  await agents.close();
});

const kinds = {
  'of the newest revision': modernClient,
  'with sessions': legacyClient,
  'of HTTP+SSE': legacySseClient,
};

type Kind = keyof typeof kinds;

describe.each(Object.keys(kinds) as Kind[])('a client %s', (kind) => {
  test('sees the tools with titles, icons, schemas without references, and what they do', async () => {
    const client = await kinds[kind](agents.url, token);
    const { tools } = await client.listTools();
    const ours = Object.values(catalogue).map(({ tool }) => tool);
    expect(tools.map(({ name }) => name).slice(0, ours.length)).toEqual(ours);
    for (const tool of tools) {
      expect(JSON.stringify(tool)).not.toContain('$ref');
      expect(tool.outputSchema).toBeDefined();
      expect(tool.title).toBeDefined();
      expect(tool.icons?.[0]?.src).toContain('data:image/svg+xml');
      expect(tool.annotations).toMatchObject({ openWorldHint: false });
    }
    const destructive = tools
      .filter(({ annotations }) => annotations?.destructiveHint)
      .map(({ name }) => name);
    expect(destructive).toEqual(['cancel_meeting', 'delete_task']);
    await client.close();
  });

  test('calls, reads, prompts and completes', async () => {
    const client = await kinds[kind](agents.url, token);
    const window = dayFromNow(3, 6, 12);
    const found = await client.callTool({
      name: 'get_availability',
      arguments: { people: [bob.mail], ...window, timeZone: 'Asia/Kolkata' },
    });
    expect(found.structuredContent).toMatchObject({ people: [{ person: bob.id, name: bob.displayName }] });
    const date = window.start.slice(0, 10);
    const read = await client.readResource({ uri: `calendar://${bob.mail}/${date}` });
    expect(read.contents[0]).toMatchObject({ mimeType: 'application/json' });
    await expect(client.readResource({ uri: 'meeting://nothing' })).rejects.toThrow();
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'meeting://{id}',
      'calendar://{person}/{date}',
    ]);
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'schedule-meeting',
      'find-compromise',
      'prepare-agenda',
      'summarise-open',
    ]);
    const prompt = await client.getPrompt({
      name: 'schedule-meeting',
      arguments: { attendees: 'Bob', about: 'Q3' },
    });
    expect(JSON.stringify(prompt.messages)).toContain('Never answer for anybody');
    const completed = await client.complete({
      ref: { type: 'ref/resource', uri: 'calendar://{person}/{date}' },
      argument: { name: 'person', value: 'Ali' },
    });
    expect(completed.completion.values.length).toBe(2);
    await client.close();
  });

  test('gets wrong arguments back as a tool error with code, hint and whether to retry', async () => {
    const client = await kinds[kind](agents.url, token);
    const result = await client.callTool({ name: 'get_meeting', arguments: { meetingId: 'nothing' } });
    expect(result.isError).toBe(true);
    const [{ text }] = result.content as [{ text: string }];
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'not_found', retry: false } });
    await expect(client.callTool({ name: 'no_such_tool', arguments: {} })).rejects.toThrow();
    await client.close();
  });
});

const ambiguous = () => ({
  title: 'Which Alice',
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
  attendees: ['Alice'],
  windows: [dayFromNow(4, 6, 14)],
  idempotencyKey: freshKey(),
});

test.each([
  ['the newer', modernClient],
  ['the older', legacyClient],
] as const)(
  'a name of two people is asked back in %s era, and the answer is whom it means',
  async (_, connect) => {
    const asked: string[] = [];
    const client = await connect(agents.url, token, {
      answering: (message, schema) => {
        asked.push(message);
        const { properties } = schema as { properties: { person: { oneOf: { const: string }[] } } };
        return { person: properties.person.oneOf[1]?.const ?? '' };
      },
    });
    const result = await client.callTool({ name: 'propose_meeting', arguments: ambiguous() });
    expect(asked).toEqual(['Which Alice is meant?']);
    const { attendees } = result.structuredContent as { attendees: { name: string }[] };
    expect(attendees).toHaveLength(1);
    expect(attendees[0]?.name).toMatch(/^Alice /);
    await client.close();
  },
);

test('a client that cannot ask is told who may be meant', async () => {
  const client = await legacyClient(agents.url, token);
  const result = await client.callTool({ name: 'propose_meeting', arguments: ambiguous() });
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toMatch(/Alice .* or Alice /);
  await client.close();
});

test('tasks and notes are toolsets of their own: one makes, changes and deletes a task, and keeps a note', async () => {
  const client = await modernClient(agents.url, token);
  const call = async (name: string, given: Record<string, unknown>) => {
    const result = await client.callTool({ name, arguments: given });
    if (result.isError === true) throw new Error(JSON.stringify(result.content));
    return result.structuredContent as Record<string, unknown>;
  };
  const made = await call('create_task', {
    title: 'Send the figures',
    assignee: bob.mail,
    idempotencyKey: freshKey(),
  });
  const { taskId } = made as { taskId: string };
  expect(made).toMatchObject({ title: 'Send the figures', assigneeIds: [bob.id] });
  const changed = await call('update_task', { taskId, percentComplete: 100 });
  expect(changed).toMatchObject({ taskId, percentComplete: 100 });
  const listed = await call('list_tasks', { which: 'createdByMe' });
  expect(JSON.stringify(listed)).toContain(taskId);
  const stranger = await modernClient(agents.url, await agents.tokenOf(someone('carol')));
  const refused = await stranger.callTool({ name: 'delete_task', arguments: { taskId } });
  expect(refused.isError).toBe(true);
  await stranger.close();
  await call('delete_task', { taskId });
  await call('save_note', { name: 'ideas', text: 'shorter meetings' });
  expect(await call('get_notes', {})).toMatchObject({ notes: [{ name: 'ideas', text: 'shorter meetings' }] });
  await client.close();
});

const eras = [
  ['the newest revision', ['--protocol-era', 'modern']],
  ['the revisions before', []],
] as const;

async function inspect(era: readonly string[], given: readonly string[]): Promise<string> {
  const cli = join(import.meta.dirname, '../../../node_modules/.bin/mcp-inspector');
  const reach = ['--transport', 'http', ...era, '--header', `Authorization: Bearer ${token}`];
  const { stdout } = await run(cli, ['--cli', `${agents.url}/mcp`, ...reach, ...given]);
  return stdout;
}

describe.each(eras)('the Inspector, in %s,', (_, era) => {
  test('finds nothing, strictly', async () => {
    const listed = await inspect(era, ['--method', 'tools/list', '--strict']);
    expect(listed).toContain('"propose_meeting"');
  });

  test('has every call of its load answered', async () => {
    const { start, end } = dayFromNow(3, 6, 12);
    const asked = JSON.stringify({ people: [bob.mail], start, end, timeZone: 'Europe/Berlin' });
    const call = ['--method', 'tools/call', '--tool-name', 'get_availability', '--tool-args-json', asked];
    const load = ['--load', '--load-requests', '200', '--format', 'json'];
    const summary = JSON.parse(await inspect(era, [...call, ...load])) as { result: object };
    expect(summary.result).toMatchObject({ requests: 200, ok: 200, toolErrors: 0, errors: 0 });
  });
});

test('the intents are described by OpenAPI made from the catalogue', async () => {
  const response = await fetch(`${agents.url}/openapi.json`);
  const document = (await response.json()) as { openapi: string; paths: Record<string, unknown> };
  expect(document.openapi).toBe('3.1.0');
  for (const { name } of Object.values(catalogue)) expect(document.paths[`/intents/${name}`]).toBeDefined();
});

test('a session of one person is not found by another', async () => {
  const client = await legacyClient(agents.url, token);
  const { sessionId } = client.transport ?? {};
  const response = await fetch(`${agents.url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${await agents.tokenOf(bob)}`,
      'mcp-session-id': sessionId ?? '',
      'mcp-protocol-version': '2025-11-25',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });
  expect(response.status).toBe(404);
  expect(client).toBeInstanceOf(LegacyClient);
  await client.close();
});
