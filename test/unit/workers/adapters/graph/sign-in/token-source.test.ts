import { describe, expect, it } from 'vitest';

import { tokenSourceOf } from '../../../../../../workers/adapters/graph/sign-in/token-source.ts';

describe('the way to sign in to Graph', () => {
  it('is a ready token before anything else', async () => {
    await expect(tokenSourceOf({ token: 'ready', managedIdentity: true }).token()).resolves.toBe('ready');
  });

  it('reports a missing certificate as permanent', async () => {
    const source = tokenSourceOf({
      tenantId: '00000000-0000-4000-8000-000000000000',
      clientId: '00000000-0000-4000-8000-000000000001',
      clientCertificatePath: '/nowhere/certificate.pem',
    });
    await expect(source.token()).rejects.toMatchObject({ reason: 'forbidden', service: 'microsoft365' });
  });

  it('must be complete', () => {
    expect(() => tokenSourceOf({ clientId: 'me', tenantId: 'tenant' })).toThrow(TypeError);
    expect(() => tokenSourceOf({ clientSecret: 'secret' })).toThrow(TypeError);
  });
});
