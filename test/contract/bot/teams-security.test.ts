import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Bot } from '../../../bot/create-bot.ts';
import { createBot, whyNotListen } from '../../../bot/create-bot.ts';
import { parserReading } from '../../../bot/language/reading.ts';
import { createLog } from '../../../infra/runtime/log.ts';
import type { Meetings } from '../../../workers/client/meetings.ts';
import { forEachCommand } from '../../../workers/client/meetings.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import type { Problem } from '../../../workflows/domain/problems/problem.ts';
import type { Directory } from '../../../workflows/ports/directory.ts';
import type { TeamsCaller } from '../../support/teams-caller.ts';
import { startTeamsCaller } from '../../support/teams-caller.ts';

const appId = '22222222-2222-2222-2222-222222222222';
const tenantId = '11111111-1111-1111-1111-111111111111';
const serviceUrl = 'http://127.0.0.1:9/';
const log = createLog({ process: 'test', level: 'silent' });

/** Meetings that refuse everything, and note that they were asked for a change. */
function refusingMeetings(asked: string[]): Meetings {
  const problem: Problem = { code: 'not_found', message: 'There is no such meeting.' };
  const refuse = (name: string) => () => {
    asked.push(name);
    return Promise.resolve({ ok: false, problem } as const);
  };
  return {
    ...forEachCommand(refuse),
    findTimes: refuse('findTimes'),
    propose: refuse('propose'),
    mayArrangeFor: () => Promise.resolve(false),
    get: refuse('get'),
    list: refuse('list'),
    views: refuse('views'),
    timesFor: refuse('timesFor'),
    subscribe: refuse('subscribe'),
  };
}

const emptyDirectory: Directory = {
  person: () => Promise.resolve(undefined),
  search: () => Promise.resolve([]),
  lookUp: () => Promise.resolve({ people: [], groups: [], addresses: [], nearby: [] }),
  members: () => Promise.resolve([]),
  rooms: () => Promise.resolve([]),
  isMember: () => Promise.resolve(false),
};

function activity(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'a1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:x', aadObjectId: '33333333-3333-3333-3333-333333333333' },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'c1', conversationType: 'personal', tenantId },
    value: { action: { verb: 'show', data: { meetingId: 'm1' } } },
    ...more,
  };
}

describe('who may post to the bot', () => {
  let bot: Bot;
  let open: Bot;
  let caller: TeamsCaller;
  let shared: ReturnType<typeof openSqliteShared>;
  let folder: string;
  const asked: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assent-security-'));
    shared = openSqliteShared({ file: join(folder, 'shared.db') });
    caller = await startTeamsCaller({ appId, tenantId, botUrl: () => '' });
    const parts = {
      meetings: refusingMeetings(asked),
      calendar: { agenda: () => Promise.resolve([]), availability: () => Promise.resolve([]) },
      directory: emptyDirectory,
      store: shared.store,
      reading: parserReading,
      log,
      linkSecret: 'x'.repeat(32),
    };
    const settings = {
      appId,
      appPassword: 'p',
      tenantId,
      loginUrl: caller.environment['BOT_LOGIN_URL'],
      openIdMetadataUrl: caller.environment['BOT_OPENID_METADATA_URL'],
      tokenIssuer: caller.environment['BOT_TOKEN_ISSUER'],
    };
    bot = createBot({ ...parts, settings });
    const nothing = { appId: undefined, appPassword: undefined, tenantId: undefined, loginUrl: undefined };
    open = createBot({
      ...parts,
      settings: { ...nothing, openIdMetadataUrl: undefined, tokenIssuer: undefined },
    });
  });
  afterAll(async () => {
    await Promise.all([bot.idle(), open.idle()]);
    await Promise.all([bot.host.close(), open.host.close()]);
    await caller.close();
    await shared.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function post(
    to: Bot,
    payload: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<number> {
    const answer = await to.host.inject({
      method: 'POST',
      url: '/api/messages',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
    return answer.statusCode;
  }
  const postActivity = (authorization: string, more: Record<string, unknown> = {}) =>
    post(bot, JSON.stringify(activity(more)), authorization === '' ? {} : { authorization });

  it('takes a valid token', async () => {
    expect(await postActivity(`Bearer ${await caller.token({ serviceUrl })}`)).toBe(200);
  });

  it.each([
    ['for another bot', { audience: 'another' }],
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['for another service address', { serviceUrl: 'http://127.0.0.1:10/' }],
    ['that has expired', { expires: '-10m' }],
    ['that is not valid yet', { notBefore: '20m', expires: '40m' }],
    ['with a bad signature', { forged: true }],
  ])('turns a token %s away with 401', async (_name, wish) => {
    expect(await postActivity(`Bearer ${await caller.token({ serviceUrl, ...wish })}`)).toBe(401);
  });

  it.each(['', 'Bearer abc', 'Basic abc', 'Bearer a.b.c', 'nonsense'])(
    'turns the authorization "%s" away with 401',
    async (authorization) => {
      expect(await postActivity(authorization)).toBe(401);
    },
  );

  it('turns another tenant away with 401', async () => {
    const authorization = `Bearer ${await caller.token({ serviceUrl })}`;
    const conversation = { id: 'c1', conversationType: 'personal', tenantId: 'another' };
    expect(await postActivity(authorization, { conversation })).toBe(401);
  });

  it('answers an empty object, no JSON, and a megabyte of noise with 400', async () => {
    expect(await post(bot, '{}')).toBe(400);
    expect(await post(bot, 'no json')).toBe(400);
    expect(await post(bot, '[]')).toBe(400);
    expect(await post(bot, 'null')).toBe(400);
    expect(await post(bot, Buffer.alloc(1024 * 1024, 7))).toBe(400);
    expect(await post(bot, Buffer.alloc(1024), { 'content-type': 'application/octet-stream' })).toBe(400);
  });

  it('does not listen beyond this machine without an app id', () => {
    expect(whyNotListen(undefined, '0.0.0.0')).toMatch(/BOT_APP_ID/);
    expect(whyNotListen(undefined, '127.0.0.1')).toBeUndefined();
    expect(whyNotListen(appId, '0.0.0.0')).toBeUndefined();
  });

  it('survives 5,000 malformed activities and card payloads, and changes nothing', async () => {
    asked.length = 0;
    const anything = fc.jsonValue({ maxDepth: 3 });
    const field = fc.constantFrom(
      'type',
      'from',
      'conversation',
      'value',
      'entities',
      'text',
      'name',
      'recipient',
      'channelData',
      'locale',
      'replyToId',
      'serviceUrl',
      'id',
    );
    const broken = fc.record({ field, value: anything });
    const card = fc.record({
      verb: fc.oneof(
        fc.constantFrom(
          'approve',
          'vote',
          'confirm',
          'cancel',
          'choose',
          'move',
          'propose',
          'answer',
          '__proto__',
        ),
        fc.string(),
      ),
      data: fc.oneof(
        anything,
        fc.record({
          meetingId: anything,
          round: anything,
          version: anything,
          slotKeys: anything,
          slots: anything,
          draftId: anything,
          date: anything,
          timeZone: anything,
        }),
      ),
    });
    const payload = fc.oneof(
      broken.map(({ field, value }) => activity({ [field]: value })),
      card.map((action) => activity({ value: { action } })),
      card.map((action) => activity({ type: 'message', value: { action }, text: 'x' })),
      anything,
    );
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(payload, async (value) => {
        sent += 1;
        const status = await post(open, JSON.stringify(value));
        expect([200, 400, 401]).toContain(status);
      }),
      { numRuns: 5000 },
    );
    await open.idle();
    expect(sent).toBe(5000);
    // Some generated payloads are well formed; whatever they ask for is asked as their sender and refused.
    expect(asked.filter((name) => name === 'propose')).toEqual([]);
    expect(await post(open, JSON.stringify(activity()))).toBe(200);
  }, 120_000);
});
