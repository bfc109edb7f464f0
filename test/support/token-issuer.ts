import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';

/** Signs access tokens as Entra ID writes them, with a key that only this test has. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly tenantId: string;
  readonly keys: JWTVerifyGetKey;
  /** The public keys, as an issuer serves them. */
  readonly keySet: JSONWebKeySet;
  /** A good token of a person's, but for what is given; `undefined` leaves a claim out. */
  sign(claims?: Readonly<Record<string, unknown>>, seconds?: number): Promise<string>;
}

export const everyScope =
  'calendars.read meetings.read meetings.write meetings.respond tasks.read tasks.write notes.write';

export async function createTokenIssuer(audience = 'https://assent.example/mcp'): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
  const issuer = 'https://issuer.example/v2.0';
  const tenantId = '11111111-1111-4111-8111-111111111111';
  return {
    issuer,
    audience,
    tenantId,
    keys: createLocalJWKSet({ keys: [jwk] }),
    keySet: { keys: [jwk] },
    sign: (claims = {}, seconds = 3600) =>
      new SignJWT({
        iss: issuer,
        aud: audience,
        tid: tenantId,
        azp: 'client-one',
        oid: 'person-one',
        scp: everyScope,
        exp: Math.floor(Date.now() / 1000) + seconds,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey),
  };
}
