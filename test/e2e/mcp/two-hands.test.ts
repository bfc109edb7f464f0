import { resultFromTaskOutcome } from '@modelcontextprotocol/ext-tasks/client';
import type { JsonValue } from '@modelcontextprotocol/ext-tasks/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import {
  exchange,
  legacyClient,
  modernClient,
  taskSession,
  tasksExtension,
} from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';
import { subscribe } from '../../support/subscriber.ts';

let agents: AgentWorld;
const ana = someone('ana');
const bob = someone('bob');
const carol = someone('carol');

beforeAll(async () => {
  agents = await openAgentWorld();
});
afterAll(async () => {
  await agents.close();
});

/** The id of the task that was started. */
function referenceOf(execution: object): { readonly taskId: string } {
  const started = execution as { serializeReference?: () => { readonly taskId: string } };
  if (started.serializeReference === undefined) throw new Error('no task was started');
  return started.serializeReference();
}

function proposal(days: number, attendees = [bob.mail]): Record<string, JsonValue> {
  return {
    title: 'Q3 budget',
    durationMinutes: 30,
    timeZone: 'Europe/Berlin',
    attendees,
    windows: [{ ...dayFromNow(days, 6, 14) }],
    idempotencyKey: freshKey(),
  };
}

test('an agent proposes, people approve elsewhere, the task completes, and every version was seen in order', async () => {
  const token = await agents.tokenOf(ana);
  const client = await modernClient(agents.url, token, { tasks: true });
  const session = taskSession(client, agents.url, token);
  const execution = await session.callTool('propose_meeting', proposal(3, [bob.mail, carol.mail]));
  expect(execution.kind).toBe('task');
  const { taskId: meetingId } = referenceOf(execution);

  const subscriber = subscribe(agents.url, await agents.tokenOf(carol), meetingId);

  await agents.approve(bob, meetingId);
  const answered = await agents.intent('meeting.respond', await agents.tokenOf(carol), {
    meetingId,
    timeZone: 'Europe/London',
    answer: 'yes',
    idem_key: freshKey(),
  });
  expect(answered).toMatchObject({ status: 200, body: { ok: true, error: null } });

  const { outcome } = await execution.settle();
  const result = resultFromTaskOutcome(outcome) as unknown as { structuredContent: Record<string, unknown> };
  expect(result.structuredContent).toMatchObject({ meetingId, status: 'confirmed', title: 'Q3 budget' });
  expect(result.structuredContent['confirmedSlot']).toMatchObject({ timeZone: 'Europe/Berlin' });
  const isBooked = async () => (await agents.world.ports.projections.snapshot(meetingId))?.status;
  await expect.poll(isBooked).toBe('confirmed');
  const published = await agents.world.ports.projections.snapshot(meetingId);
  await expect.poll(() => subscriber.messages.at(-1)?.version).toBe(published?.version);
  const [, ...later] = subscriber.messages;
  later.forEach(({ previous }, index) => {
    expect(previous).toBe(subscriber.messages[index]?.version);
  });
  subscriber.close();
  await client.close();
});

test('a task asks its organizer when the meeting needs a decision, and books what was chosen', async () => {
  const token = await agents.tokenOf(ana);
  const asked: string[] = [];
  const answering = (message: string, schema: unknown) => {
    asked.push(message);
    const { properties } = schema as { properties: { slot: { oneOf: { const: string; title: string }[] } } };
    const book = properties.slot.oneOf.find(({ title }) => title.startsWith('Book '));
    return { slot: book?.const ?? 'cancel' };
  };
  const client = await modernClient(agents.url, token, { tasks: true, answering });
  const session = taskSession(client, agents.url, token, answering);
  const execution = await session.callTool('propose_meeting', { ...proposal(4), organizerConfirms: true });
  const { taskId: meetingId } = referenceOf(execution);
  await agents.approve(bob, meetingId);
  const { outcome } = await execution.settle();
  const result = resultFromTaskOutcome(outcome) as unknown as { structuredContent: Record<string, unknown> };
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('Q3 budget');
  expect(result.structuredContent).toMatchObject({ status: 'confirmed' });
  await client.close();
});

test('cancelling the task cancels the meeting', async () => {
  const token = await agents.tokenOf(ana);
  const client = await modernClient(agents.url, token, { tasks: true });
  const execution = await taskSession(client, agents.url, token).callTool('propose_meeting', proposal(5));
  const { taskId: meetingId } = referenceOf(execution);
  await execution.cancel();
  const view = await agents.world.until(meetingId, ({ status }) => status === 'cancelled');
  expect(view.status).toBe('cancelled');
  const capabilities = { extensions: { [tasksExtension]: {} } };
  const seen = await exchange(agents.url, token, 'tasks/get', { taskId: meetingId }, { capabilities });
  expect(seen.message.result).toMatchObject({ status: 'cancelled', taskId: meetingId });
  await client.close();
});

test('a client without tasks waits a little, then is told what to call next', async () => {
  const client = await legacyClient(agents.url, await agents.tokenOf(ana));
  const progress: string[] = [];
  const result = await client.callTool({ name: 'propose_meeting', arguments: proposal(6) }, undefined, {
    onprogress: ({ message }) => progress.push(message ?? ''),
  });
  const { structuredContent, content } = result as { structuredContent: object; content: { text: string }[] };
  expect(structuredContent).toMatchObject({ status: 'proposed' });
  expect(content.at(-1)?.text).toContain('get_meeting');
  expect(progress.at(-1)).toContain('Waiting for Bob');
  await client.close();
});

test('resources fire on every version, in both eras', async () => {
  const token = await agents.tokenOf(ana);
  const started = await agents.intent('meeting.propose', token, proposal(7));
  expect(started.body['ok']).toBe(true);
  const meetingId = String(started.body['meetingId']);
  const uri = `meeting://${meetingId}`;

  const modern = await modernClient(agents.url, token);
  const heardModern: string[] = [];
  modern.setNotificationHandler('notifications/resources/updated', ({ params }) => {
    heardModern.push(params.uri);
  });
  const listening = await modern.listen({
    resourceSubscriptions: [uri, 'inbox://me', 'meeting://of-somebody-else'],
  });
  expect(listening.honoredFilter).toMatchObject({ resourceSubscriptions: [uri, 'inbox://me'] });

  const legacy = await legacyClient(agents.url, token);
  const heardLegacy: string[] = [];
  const { ResourceUpdatedNotificationSchema } = await import('@modelcontextprotocol/sdk/types.js');
  legacy.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => {
    heardLegacy.push(params.uri);
  });
  await legacy.subscribeResource({ uri });

  await agents.world.until(meetingId, ({ proposal: round }) => round !== undefined);
  const cancelled = await agents.intent('meeting.cancel', token, { meetingId });
  expect(cancelled.body).toMatchObject({ ok: true, status: 'cancelled' });
  await expect.poll(() => heardModern.includes(uri) && heardModern.includes('inbox://me')).toBe(true);
  await expect.poll(() => heardLegacy.includes(uri)).toBe(true);
  const read = await modern.readResource({ uri });
  expect(JSON.parse((read.contents[0] as { text: string }).text)).toMatchObject({ status: 'cancelled' });
  await listening.close();
  await modern.close();
  await legacy.close();
});
