import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const issuer = 'https://api.botframework.com';

interface TokenWish {
  readonly serviceUrl: string;
  readonly audience?: string;
  readonly issuer?: string;
  /** As `jose` reads it: `5m`, `-10m`. */
  readonly expires?: string;
  readonly notBefore?: string;
  /** Signed with a key that nobody knows. */
  readonly forged?: boolean;
}

/**
 * Stands between a playground, which signs nothing, and a bot that checks tokens: adds a token as the Bot Framework
 * would, serves the metadata and keys to check it, and gives the bot tokens for its own calls.
 */
export interface TeamsCaller {
  /** Where a playground posts. */
  readonly endpoint: string;
  /** What the bot must be told to believe these tokens. */
  readonly environment: Readonly<Record<string, string>>;
  token(wish: TokenWish): Promise<string>;
  close(): Promise<void>;
}

export async function startTeamsCaller(input: {
  readonly appId: string;
  readonly tenantId: string;
  /** The bot's own address, asked for with each request. */
  readonly botUrl: () => string;
}): Promise<TeamsCaller> {
  const { appId, tenantId, botUrl } = input;
  const ours = await generateKeyPair('RS256', { extractable: true });
  const strange = await generateKeyPair('RS256', { extractable: true });
  const key = {
    ...(await exportJWK(ours.publicKey)),
    kid: 'k1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };

  const token = (wish: TokenWish): Promise<string> =>
    new SignJWT({ serviceurl: wish.serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
      .setIssuer(wish.issuer ?? issuer)
      .setAudience(wish.audience ?? appId)
      .setNotBefore(wish.notBefore ?? '0s')
      .setIssuedAt()
      .setExpirationTime(wish.expires ?? '5m')
      .sign(wish.forged === true ? strange.privateKey : ours.privateKey);

  async function forward(request: IncomingMessage): Promise<{ status: number; body: string; type: string }> {
    const body = await text(request);
    const { serviceUrl } = JSON.parse(body) as { serviceUrl: string };
    const answer = await fetch(`${botUrl()}${request.url ?? ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token({ serviceUrl })}` },
      body,
    });
    return {
      status: answer.status,
      body: await answer.text(),
      type: answer.headers.get('content-type') ?? 'text/plain',
    };
  }

  async function answer(request: IncomingMessage): Promise<{ status: number; body: string; type: string }> {
    const json = (value: unknown) => ({ status: 200, body: JSON.stringify(value), type: 'application/json' });
    if (request.url === '/openid') {
      return json({ issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    }
    if (request.url === '/keys') return json({ keys: [key] });
    if (request.url === '/token')
      return json({ access_token: 'outbound', expires_in: 3600, token_type: 'Bearer' });
    if (request.method !== 'POST') return { status: 200, body: '', type: 'text/plain' };
    return await forward(request);
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body, type }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(502).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint: `${url}/api/messages`,
    environment: {
      BOT_APP_ID: appId,
      BOT_APP_PASSWORD: 'for-tests-only',
      BOT_TENANT_ID: tenantId,
      BOT_OPENID_METADATA_URL: `${url}/openid`,
      BOT_TOKEN_ISSUER: issuer,
      BOT_LOGIN_URL: `${url}/token`,
    },
    token,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
