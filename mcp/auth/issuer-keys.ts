import { createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const metadataShape = z.looseObject({
  issuer: z.string(),
  jwks_uri: z.string(),
  authorization_endpoint: z.string().optional(),
  token_endpoint: z.string().optional(),
});

export type IssuerMetadata = z.infer<typeof metadataShape>;

/** Reads the issuer's OpenID metadata (OpenID Connect Discovery 1.0, section 4). Rejects when it cannot be read. */
export async function readIssuerMetadata(issuer: string): Promise<IssuerMetadata> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`the issuer's metadata answered ${response.status}`);
  return metadataShape.parse(await response.json());
}

/** The issuer's signing keys, found through its metadata at the first token unless their address is given. */
export function issuerKeys(issuer: string, jwksUrl: string | undefined): JWTVerifyGetKey {
  let keys = jwksUrl === undefined ? undefined : createRemoteJWKSet(new URL(jwksUrl));
  return async (header, token) => {
    keys ??= createRemoteJWKSet(new URL((await readIssuerMetadata(issuer)).jwks_uri));
    return keys(header, token);
  };
}
