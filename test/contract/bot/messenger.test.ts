import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { messengerServices } from '../../../bot/messenger/create-messenger.ts';
import type { InstallApp } from '../../../bot/messenger/messenger.ts';
import { messengerOf } from '../../../bot/messenger/messenger.ts';
import { createLog } from '../../../infra/runtime/log.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import { ServiceError } from '../../../workflows/ports/service-error.ts';
import type { FakeConnector } from '../../support/fake-connector.ts';
import { startFakeConnector } from '../../support/fake-connector.ts';
import { ana, attendee, bo, cy, viewOf } from '../../support/meeting-views.ts';

const log = createLog({ process: 'test', level: 'silent' });
const nobody = { appId: undefined, appPassword: undefined, tenantId: undefined, loginUrl: undefined };

describe('the messenger, towards Teams’ connector', () => {
  let connector: FakeConnector;
  let shared: ReturnType<typeof openSqliteShared>;
  let folder: string;

  function parts(installApp?: InstallApp) {
    return messengerServices({
      store: shared.store,
      bot: nobody,
      log,
      installApp,
    });
  }
  function messenger(installApp?: InstallApp) {
    return messengerOf(parts(installApp));
  }
  async function meet(id: typeof bo.id, locale = 'en-GB'): Promise<void> {
    await parts().conversations.keep(id, {
      serviceUrl: connector.url,
      conversationId: `chat-${id}`,
      userId: `29:${id}`,
      locale,
    });
  }
  const chatOf = (id: typeof bo.id) =>
    connector.messages(`chat-${id}`).map((message) => JSON.stringify(message));

  beforeEach(async () => {
    connector = await startFakeConnector();
    folder = mkdtempSync(join(tmpdir(), 'assent-messenger-'));
    shared = openSqliteShared({ file: join(folder, 'shared.db') });
    await meet(bo.id);
    await meet(ana.id);
  });
  afterEach(async () => {
    await shared.close();
    await connector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks once, no matter how often and from how many processes', async () => {
    const delivery = { recipientId: bo.id, view: viewOf(), purpose: 'ask' } as const;
    const receipts = await Promise.all([1, 2, 3, 4].map(() => messenger().deliver(delivery)));
    expect(receipts).toEqual(receipts.map(() => ({ kind: 'delivered' })));
    expect(chatOf(bo.id)).toHaveLength(1);
    expect(chatOf(bo.id)[0]).toContain('Approve');
  });

  it('brings the card up to date in place, and never to an older state', async () => {
    await messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'ask' });
    const outcome = { kind: 'cancelled', by: ana.id, reason: 'No budget left.' } as const;
    const cancelled = viewOf({ version: 9, status: 'cancelled', outcome });
    await messenger().deliver({ recipientId: bo.id, view: cancelled, purpose: 'update' });
    await messenger().deliver({ recipientId: bo.id, view: viewOf({ version: 5 }), purpose: 'update' });
    expect(chatOf(bo.id)).toHaveLength(1);
    expect(chatOf(bo.id)[0]).toContain('Ana Lima cancelled the meeting: “No budget left.”');
    expect(chatOf(bo.id)[0]).not.toContain('Approve');
  });

  it('leaves only the newest card with buttons when it reminds', async () => {
    await messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'ask' });
    await messenger().deliver({ recipientId: bo.id, view: viewOf({ version: 4 }), purpose: 'remind' });
    const [old, current] = chatOf(bo.id);
    expect(old).toContain('newer card');
    expect(old).not.toContain('Action.Execute');
    expect(current).toContain('Approve');
  });

  it('sends nothing for an update to somebody who has no card', async () => {
    await messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'update' });
    expect(connector.calls).toEqual([]);
  });

  it('writes times as the reader reads them', async () => {
    await meet(bo.id, 'en-US');
    await messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'ask' });
    expect(chatOf(bo.id)[0]).toContain('Tue, Nov 24, 8:00–8:45 AM');
    expect(chatOf(bo.id)[0]).toContain('New York time');
  });

  it('uses the mailbox’s language and clock where Teams reports no language', async () => {
    const install: InstallApp = () => Promise.resolve('installed-chat');
    await meet(bo.id);
    const german = { ...cy, timeZone: 'Europe/Berlin', locale: 'de-DE', hourCycle: 'h23' } as const;
    const view = viewOf({ attendees: [attendee(german)] });
    await messenger(install).deliver({ recipientId: cy.id, view, purpose: 'ask' });
    const [asked] = connector.messages('installed-chat').map((message) => JSON.stringify(message));
    expect(asked).toContain('Ana Lima bittet um Ihre Zustimmung');
    expect(asked).toMatch(/Di., 24. Nov., 14:00–14:45\sUhr/);
    expect(asked).toContain('Zustimmen');
  });

  it('reports that somebody who never had the app cannot be reached', async () => {
    const receipt = await messenger().deliver({ recipientId: cy.id, view: viewOf(), purpose: 'ask' });
    expect(receipt).toEqual({ kind: 'unreachable', problem: { service: 'teams', reason: 'notInstalled' } });
  });

  it('installs the app first where Graph allows it', async () => {
    const install: InstallApp = () => Promise.resolve('installed-chat');
    await meet(bo.id);
    const receipt = await messenger(install).deliver({ recipientId: cy.id, view: viewOf(), purpose: 'ask' });
    expect(receipt).toEqual({ kind: 'delivered' });
    expect(connector.messages('installed-chat')).toHaveLength(1);
  });

  it('installs the app again for somebody who has removed it, and says so where it may not', async () => {
    connector.answer = ({ path }) =>
      path.includes(`chat-${bo.id}`)
        ? { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }
        : undefined;
    const forbidden: InstallApp = () =>
      Promise.reject(new ServiceError({ reason: 'forbidden', service: 'microsoft365', message: 'No.' }));
    const ask = { recipientId: bo.id, view: viewOf(), purpose: 'ask' } as const;
    expect(await messenger(forbidden).deliver(ask)).toMatchObject({ kind: 'unreachable' });
    expect(await messenger(() => Promise.resolve('anew')).deliver(ask)).toEqual({ kind: 'delivered' });
    expect(connector.messages('anew')).toHaveLength(1);
  });

  it('obeys throttling: rejects with the wait, and asks nothing before it is over', async () => {
    let throttled = true;
    connector.answer = () => (throttled ? { status: 429, headers: { 'retry-after': '2' } } : undefined);
    const sender = messenger();
    const ask = { recipientId: bo.id, view: viewOf(), purpose: 'ask' } as const;
    await expect(sender.deliver(ask)).rejects.toMatchObject({ reason: 'throttled', retryAfterMs: 2000 });
    throttled = false;
    await expect(sender.deliver(ask)).rejects.toMatchObject({ reason: 'throttled' });
    expect(connector.calls).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 2050));
    expect(await sender.deliver(ask)).toEqual({ kind: 'delivered' });
  });

  it.each([500, 502, 503, 412])('rejects with unavailable when the connector answers %i', async (status) => {
    connector.answer = () => ({ status });
    const ask = messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'ask' });
    await expect(ask).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('says in words what the connector does not take as a card', async () => {
    connector.answer = ({ body }) => (body.attachments === undefined ? undefined : { status: 413 });
    await messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'ask' });
    expect(chatOf(bo.id)).toEqual([expect.stringContaining('Ana Lima asks for your approval')]);
  });

  it('forgets a card that was deleted, and goes on', async () => {
    await messenger().deliver({ recipientId: bo.id, view: viewOf(), purpose: 'ask' });
    connector.answer = ({ method }) => (method === 'PUT' ? { status: 404 } : undefined);
    const update = { recipientId: bo.id, view: viewOf({ version: 4 }), purpose: 'update' } as const;
    expect(await messenger().deliver(update)).toEqual({ kind: 'delivered' });
    const calls = connector.calls.length;
    await messenger().deliver({ ...update, view: viewOf({ version: 5 }) });
    expect(connector.calls).toHaveLength(calls);
  });

  it('brings the card of the group along with the organizer’s', async () => {
    await parts().records.keepGroupCard('meeting-1', {
      serviceUrl: connector.url,
      conversationId: 'group',
      activityId: 'g1',
      version: 3,
      viewerIds: ['29:bo'],
    });
    const put: string[] = [];
    connector.answer = (call) => {
      if (call.method !== 'PUT' || !call.path.includes('/group/')) return undefined;
      put.push(JSON.stringify(call.body));
      return { status: 200, body: { id: 'g1' } };
    };
    const view = viewOf({ version: 4, attendees: [attendee(bo, { approval: 'approved' }), attendee(cy)] });
    await messenger().deliver({ recipientId: ana.id, view, purpose: 'update' });
    expect(put).toHaveLength(1);
    expect(put[0]).toContain('1 of 2 have answered');
    expect(put[0]).not.toContain('Remind');
    expect(put[0]).toContain('"userIds":["29:bo"]');
  });
});
