import { resultFromTaskOutcome } from '@modelcontextprotocol/ext-tasks/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../mcp/clients/sign-in/sign-in.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { pickPerson } from '../../support/browser-less-sign-in.ts';
import { exchange, modernClient, taskSession, tasksExtension } from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';
import { subscribe } from '../../support/subscriber.ts';
import { openBrowser, TeamsPage, whyNoBrowser } from '../../support/teams-browser.ts';
import { everyScope } from '../../support/token-issuer.ts';
import type { CompanyStack } from '../bot/company-stack.ts';
import { startCompanyStack } from '../bot/company-stack.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const title = 'Two hands on the budget';
const alice = someone('alice');
const bob = someone('bob');
const carol = someone('carol');

describe.skipIf(whyNoBrowser !== undefined)('one meeting, two hands', () => {
  let stack: CompanyStack;
  let bobsTeams: TeamsPage;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    stack = await startCompanyStack();
    closing.unshift(() => stack.close());
    const browser = await openBrowser({ width: 1400, height: 1000 });
    closing.unshift(() => browser.close());
    bobsTeams = await TeamsPage.open(browser.context, stack.teams('Bob'));
    closing.unshift(() => bobsTeams.shoot('test/output/mcp/two-hands-last.png'));
  }, 180_000);

  afterAll(async () => {
    for (const close of closing) await close();
  });

  async function tokenOf(person: Person): Promise<string> {
    const { accessToken } = await signIn({
      serverUrl: `${stack.agentsUrl}/mcp`,
      scopes: everyScope.split(' '),
      show: (address) => pickPerson(address, person.id),
    });
    return accessToken;
  }

  it('is proposed by an agent, approved on a card and by an intent, and the agent’s task completes', async () => {
    const { agentsUrl } = stack;
    const [alicesToken, carolsToken] = [await tokenOf(alice), await tokenOf(carol)];
    const client = await modernClient(agentsUrl, alicesToken, { tasks: true });
    const execution = await taskSession(client, agentsUrl, alicesToken).callTool('propose_meeting', {
      title,
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
      attendees: [bob.mail, carol.mail],
      windows: [{ ...dayFromNow(3, 6, 14) }],
      idempotencyKey: freshKey(),
    });
    if (execution.kind !== 'task') throw new Error(`no task was started: ${JSON.stringify(execution)}`);
    const { taskId: meetingId } = execution.serializeReference();
    const subscriber = subscribe(agentsUrl, carolsToken, meetingId);
    await expect.poll(() => subscriber.messages.length).toBeGreaterThan(0);

    await bobsTeams.card(title).getByRole('button', { name: 'Approve' }).click();
    await bobsTeams.card('You approved').waitFor();
    const approvals = () =>
      subscriber.messages.filter(({ diff }) => diff?.some(({ value }) => value === 'approved'));
    await expect.poll(approvals).toHaveLength(1);
    const capabilities = { extensions: { [tasksExtension]: {} } };
    const task = { taskId: meetingId };
    const between = await exchange(agentsUrl, alicesToken, 'tasks/get', task, { capabilities });
    expect(between.message.result).toMatchObject({ taskId: meetingId, status: 'working' });

    const response = await fetch(`${agentsUrl}/intents/meeting.respond`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${carolsToken}` },
      body: JSON.stringify({ meetingId, timeZone: 'Europe/London', answer: 'yes', idem_key: freshKey() }),
    });
    expect(await response.json()).toMatchObject({ ok: true, error: null });

    const { outcome } = await execution.settle();
    const result = resultFromTaskOutcome(outcome);
    expect(result).toMatchObject({ structuredContent: { meetingId, title, status: 'confirmed' } });
    await bobsTeams.card(title).filter({ hasText: '✓ Confirmed' }).waitFor();
    const events = await stack.graph(`/users/${alice.id}/events?$top=100&$orderby=createdDateTime desc`);
    expect(JSON.stringify(events)).toContain(title);

    const latecomer = subscribe(agentsUrl, carolsToken, meetingId);
    await expect.poll(() => latecomer.messages[0]?.view?.status).toBe('confirmed');
    const lastVersion = () => subscriber.messages.at(-1)?.version;
    await expect.poll(lastVersion).toBe(latecomer.messages.at(-1)?.version);
    expect(approvals()).toHaveLength(2);
    const [first, ...later] = subscriber.messages;
    expect(first?.type).toBe('snapshot');
    later.forEach(({ type, version, previous }, at) => {
      expect(type).toBe('version');
      expect(previous).toBe(subscriber.messages[at]?.version);
      expect(version).toBeGreaterThan(Number(previous));
    });
    for (const one of [subscriber, latecomer]) one.close();
    await client.close();
  });
});
