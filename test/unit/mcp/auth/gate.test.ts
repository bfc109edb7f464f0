import { describe, expect, test } from 'vitest';
import type { PersonViewer } from '../../../../infra/runtime/viewer.ts';
import { agentOrganizers } from '../../../../mcp/auth/caller.ts';
import { authorizationUri } from '../../../../mcp/auth/challenge.ts';
import { createGate } from '../../../../mcp/auth/gate.ts';
import type { Principal } from '../../../../mcp/auth/principal.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';

const person: Principal = {
  clientId: 'desktop',
  subject: { kind: 'person', personId: personId('carol') },
  scopes: new Set(['calendars.read']),
  expiresAtMs: 5,
  tokenHash: 'hash-of-carols',
};
const robot: Principal = { ...person, clientId: 'robot', subject: { kind: 'application' } };
const issuer = 'https://login.microsoftonline.com/tenant/v2.0';
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

function gateWith(
  principal: Principal,
  claimsNeeded?: (person: PersonViewer) => Promise<string | undefined>,
) {
  const gate = createGate({
    verify: () => Promise.resolve(principal),
    allowed: agentOrganizers(['robot=carol']),
    rateLimit: () => Promise.resolve(undefined),
    resourceMetadataUrl: 'https://assent.example/.well-known/oauth-protected-resource/mcp',
    basicScopes: [],
    ...(claimsNeeded === undefined
      ? {}
      : { peoplesAccess: { claimsNeeded, authorizationUri: authorizationUri(issuer) } }),
  });
  return gate({ authorization: 'Bearer carols.own.token', onBehalfOf: 'carol', surface: 'mcp' });
}

describe('with whose access Microsoft 365 is read', () => {
  test('is not said where the application’s serves everybody', async () => {
    const admission = await gateWith(person);
    expect(admission.ok && admission.identity).not.toHaveProperty('viewer');
  });

  test('is the person’s, by the token that they sent', async () => {
    const asked: PersonViewer[] = [];
    const admission = await gateWith(person, (viewer) => {
      asked.push(viewer);
      return Promise.resolve(undefined);
    });
    const viewer = {
      kind: 'person',
      personId: personId('carol'),
      assertion: 'carols.own.token',
      key: 'hash-of-carols',
      expiresAtMs: 5,
    };
    expect(admission).toMatchObject({ ok: true, identity: { viewer } });
    expect(asked).toEqual([viewer]);
  });

  test('is the application’s for an agent without a person, whose token is exchanged for nothing', async () => {
    const admission = await gateWith(robot, () =>
      Promise.reject(new Error('an agent’s token was exchanged')),
    );
    expect(admission).toMatchObject({ ok: true, identity: { viewer: { kind: 'application' } } });
  });

  test('waits for claims that the person must prove first: a challenge that says which, and where', async () => {
    const admission = await gateWith(person, () => Promise.resolve(claims));
    expect(admission).toMatchObject({ ok: false, refusal: { status: 401, error: 'insufficient_claims' } });
    const header = admission.ok ? '' : (admission.refusal.headers['www-authenticate'] ?? '');
    const parameters = Object.fromEntries(
      [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value]) => [name, value]),
    );
    expect(header).toMatch(/^Bearer /);
    expect(parameters).toMatchObject({
      error: 'insufficient_claims',
      authorization_uri: 'https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize',
      resource_metadata: 'https://assent.example/.well-known/oauth-protected-resource/mcp',
    });
    expect(Buffer.from(parameters['claims'] ?? '', 'base64').toString()).toBe(claims);
  });
});
