import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { textAt } from '../../support/graph-json.ts';

const [alice, bob] = companyPeople as [(typeof companyPeople)[0], (typeof companyPeople)[0]];
const issuer = 'https://login.test/';

describe('tokens and permissions', () => {
  let graph: TestGraphEmulator;
  let sign: (claims: Record<string, unknown>, lifetime?: string) => Promise<string>;
  let stopKeys: () => void;

  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
    const keys = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    stopKeys = () => keys.close();
    const jwksUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`;
    graph = await startTestGraphEmulator({
      identity: {
        issuer: { url: issuer, jwksUrl, audience: 'graph' },
        staticTokens: [
          { token: 'reader', kind: 'application', permissions: ['Calendars.Read'] },
          {
            token: 'bob',
            kind: 'delegated',
            userId: bob.id,
            permissions: ['Calendars.ReadWrite', 'User.Read'],
          },
        ],
      },
    });
    sign = (claims, lifetime = '5m') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience('graph')
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey);
  });

  afterAll(async () => {
    stopKeys();
    await graph.close();
  });

  async function outcome(method: string, path: string, token: string, body?: unknown): Promise<string> {
    const answer = await graph.call(method, path, { token, body });
    return answer.status < 400
      ? String(answer.status)
      : `${answer.status} ${textAt(answer.body, 'error', 'code')}`;
  }

  it('takes the issuer’s tokens, of applications by roles and of people by scp', async () => {
    expect(await outcome('GET', '/users', await sign({ appid: 'a', roles: ['User.Read.All'] }))).toBe('200');
    expect(
      await outcome('GET', '/me', await sign({ appid: 'a', oid: alice.id, scp: 'User.Read openid' })),
    ).toBe('200');
  });

  it('refuses a missing, unknown, altered, foreign or expired token with 401', async () => {
    const good = await sign({ appid: 'a', roles: ['User.Read.All'] });
    const refused = '401 InvalidAuthenticationToken';
    expect(await outcome('GET', '/users', '')).toBe(refused);
    expect(await outcome('GET', '/users', 'nonsense')).toBe(refused);
    expect(await outcome('GET', '/users', `${good.slice(0, -6)}AAAAAA`)).toBe(refused);
    expect(await outcome('GET', '/users', await sign({ roles: ['User.Read.All'] }, '-1m'))).toBe(refused);
  });

  it('refuses what the permissions do not cover with 403, in the words of each service', async () => {
    expect(await outcome('GET', '/users', 'reader')).toBe('403 Authorization_RequestDenied');
    expect(await outcome('GET', `/users/${alice.id}/events`, 'reader')).toBe('200');
    expect(await outcome('POST', `/users/${alice.id}/events`, 'reader', {})).toBe('403 ErrorAccessDenied');
    expect(await outcome('GET', '/planner/tasks', 'reader')).toBe('403 Forbidden');
    expect(await outcome('POST', `/users/${alice.id}/findMeetingTimes`, graph.token, {})).toBe(
      '403 ErrorAccessDenied',
    );
  });

  it('lets a person read the own calendar only', async () => {
    expect(await outcome('GET', '/me/events', 'bob')).toBe('200');
    expect(await outcome('GET', `/users/${bob.mail}/events`, 'bob')).toBe('200');
    expect(await outcome('GET', `/users/${alice.id}/events`, 'bob')).toBe('403 ErrorAccessDenied');
  });
});
