import { expect, test, vi } from 'vitest';
import {
  createTokenVerifier,
  InvalidTokenError,
  IssuerUnavailableError,
} from '../../../../mcp/auth/token-verifier.ts';
import { createTokenIssuer } from '../../../support/token-issuer.ts';

const issuer = await createTokenIssuer();
const rules = {
  keys: issuer.keys,
  issuer: issuer.issuer,
  audiences: [issuer.audience],
  tenantId: issuer.tenantId,
};

test('a delegated token of Entra ID names its person by oid and its scopes by scp', async () => {
  const verify = createTokenVerifier(rules);
  const principal = await verify(
    await issuer.sign({ oid: 'ABC', sub: 'pairwise', scp: 'meetings.read meetings.write' }),
  );
  expect(principal).toMatchObject({ clientId: 'client-one', subject: { kind: 'person', personId: 'abc' } });
  expect([...principal.scopes]).toEqual(['meetings.read', 'meetings.write']);
});

test.each([
  ['by idtyp', { idtyp: 'app', scp: undefined, roles: ['meetings.read'] }],
  ['by roles without scopes', { scp: undefined, roles: ['meetings.read'] }],
  ['by a subject that is the client', { sub: 'client-one', scp: 'meetings.read' }],
])('an application’s own token is known %s, and never names a person', async (_, claims) => {
  const principal = await createTokenVerifier(rules)(await issuer.sign(claims));
  expect(principal.subject).toEqual({ kind: 'application' });
  expect([...principal.scopes]).toEqual(['meetings.read']);
});

test('a token without a client is refused', async () => {
  await expect(createTokenVerifier(rules)(await issuer.sign({ azp: undefined }))).rejects.toThrow(
    InvalidTokenError,
  );
});

test('a token that was remembered stops counting when it expires', async () => {
  const verify = createTokenVerifier(rules);
  const token = await issuer.sign({}, 60);
  expect((await verify(token)).clientId).toBe('client-one');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 92_000 });
  try {
    await expect(verify(token)).rejects.toThrow('expired');
  } finally {
    vi.useRealTimers();
  }
});

test('a token that ends as a remembered one does is that token only when all of it is the same', async () => {
  const verify = createTokenVerifier(rules);
  const token = await issuer.sign();
  await verify(token);
  const [head, , signature] = token.split('.');
  const claims = Buffer.from(JSON.stringify({ oid: 'somebody-else' })).toString('base64url');
  await expect(verify([head, claims, signature].join('.'))).rejects.toThrow(InvalidTokenError);
  expect((await verify(token)).clientId).toBe('client-one');
});

test('keys that cannot be fetched are the issuer’s fault, not the caller’s', async () => {
  const keys = () => Promise.reject(new Error('ECONNREFUSED'));
  await expect(createTokenVerifier({ ...rules, keys })(await issuer.sign())).rejects.toThrow(
    IssuerUnavailableError,
  );
});
