import { describe, expect, it } from 'vitest';
import { graph } from '../../../../../infra/runtime/config/graph.ts';
import { mcp } from '../../../../../infra/runtime/config/mcp.ts';
import { onBehalfOfApp } from '../../../../../infra/runtime/config/on-behalf-of.ts';
import { ConfigError, readConfig } from '../../../../../infra/runtime/config/read-config.ts';

const entra = {
  MCP_GRAPH_ACCESS: 'onBehalfOf',
  MCP_AUDIENCE: 'the-app',
  GRAPH_TENANT_ID: 'the-tenant',
  GRAPH_CLIENT_ID: 'the-app',
  GRAPH_CLIENT_SECRET: 'secret',
};

function appOf(env: Readonly<Record<string, string>>) {
  return onBehalfOfApp(readConfig(env, { graph, mcp }));
}

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    appOf(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the credential that people’s tokens are exchanged with', () => {
  it('is nothing unless it is asked for', () => {
    expect(appOf({ ...entra, MCP_GRAPH_ACCESS: '' })).toBeUndefined();
    expect(appOf({ ...entra, MCP_GRAPH_ACCESS: 'application' })).toBeUndefined();
  });

  it('is the app of the Graph credentials: its secret, or its certificate before that', () => {
    const app = { tenantId: 'the-tenant', clientId: 'the-app' };
    expect(appOf(entra)).toEqual({ ...app, proof: { kind: 'secret', clientSecret: 'secret' } });
    expect(appOf({ ...entra, GRAPH_CLIENT_CERTIFICATE_PATH: '/app.pem' })).toEqual({
      ...app,
      proof: { kind: 'certificate', path: '/app.pem' },
    });
  });

  it('is the app that the tokens are for, proven by managed identity', () => {
    const { GRAPH_CLIENT_SECRET: _secret, ...rest } = entra;
    expect(appOf({ ...rest, GRAPH_MANAGED_IDENTITY: 'true', GRAPH_CLIENT_ID: 'assigned' })).toEqual({
      tenantId: 'the-tenant',
      clientId: 'the-app',
      proof: { kind: 'managedIdentity', clientId: 'assigned' },
    });
  });

  it('is client id and secret at a token endpoint that is not Entra ID’s', () => {
    const tokenUrl = 'http://127.0.0.1:9/token';
    const { MCP_AUDIENCE: _audience, ...rest } = entra;
    expect(appOf({ ...rest, GRAPH_TOKEN_URL: tokenUrl })).toEqual({
      tokenUrl,
      clientId: 'the-app',
      clientSecret: 'secret',
    });
  });

  it.each([
    ['a ready token', { GRAPH_TOKEN: 'ready' }, 'GRAPH_TOKEN'],
    ['two apps', { MCP_AUDIENCE: 'another' }, 'two apps'],
    ['no app that tokens are for', { MCP_AUDIENCE: '' }, 'set MCP_AUDIENCE'],
    ['two tenants', { MCP_TENANT_ID: 'another' }, 'two tenants'],
    [
      'managed identity without a tenant',
      { GRAPH_MANAGED_IDENTITY: 'true', GRAPH_TENANT_ID: '' },
      'set GRAPH_TENANT_ID',
    ],
    [
      'a certificate for a token endpoint',
      {
        GRAPH_TOKEN_URL: 'http://127.0.0.1:9/token',
        GRAPH_CLIENT_SECRET: '',
        GRAPH_CLIENT_CERTIFICATE_PATH: '/app.pem',
      },
      'GRAPH_TOKEN_URL',
    ],
  ])('is a clear sentence for %s', (_, change, words) => {
    expect(problemsOf({ ...entra, ...change })).toEqual([expect.stringContaining(words) as string]);
  });
});
