import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
} from '@azure/identity';
import type { TokenCredential } from '@azure/identity';
import { z } from 'zod';

import { ServiceError } from '../../../workflows/ports/service-error.ts';

/** Bearer tokens for Microsoft Graph; rejects with `ServiceError`. */
export interface TokenSource {
  /** `fresh` asks for a new one, because the service refused the last. */
  token(wish?: { readonly fresh: boolean }): Promise<string>;
}

interface SignIn {
  readonly tenantId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** A PEM file with certificate and key. */
  readonly clientCertificatePath?: string | undefined;
  readonly managedIdentity?: boolean | undefined;
  /** A ready token. */
  readonly token?: string | undefined;
  /** An OAuth token endpoint that is not that of Entra ID; client id and secret are posted to it. */
  readonly tokenUrl?: string | undefined;
}

const graphScope = 'https://graph.microsoft.com/.default';
const renewBeforeMs = 60_000;
const signInTimeoutMs = 20_000;

/** OAuth's codes (RFC 6749, 5.2) and a certificate file that is not there; anything else may pass. */
const wrongCredentials = /\b(invalid_client|unauthorized_client|invalid_scope|ENOENT)\b/;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.coerce.number().default(300) });

function refused(cause: unknown, reason: 'forbidden' | 'unavailable'): ServiceError {
  return new ServiceError({
    reason,
    service: 'graph',
    message:
      reason === 'forbidden'
        ? 'Assent could not sign in to Microsoft 365; its administrator must check the credentials.'
        : 'The sign-in service of Microsoft 365 cannot be reached just now.',
    cause,
  });
}

function ofCredential(credential: TokenCredential): TokenSource {
  return {
    token: async () => {
      try {
        return (await credential.getToken(graphScope))?.token ?? '';
      } catch (cause) {
        throw refused(cause, wrongCredentials.test(String(cause)) ? 'forbidden' : 'unavailable');
      }
    },
  };
}

/** OAuth client credentials (RFC 6749, 4.4) at any token endpoint; the token is kept until a minute before its end. */
function ofTokenEndpoint(tokenUrl: string, clientId: string, clientSecret: string): TokenSource {
  let kept: { readonly token: string; readonly until: number } | undefined;

  async function fetchToken(): Promise<string> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(tokenUrl, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
          scope: graphScope,
        }),
        signal: AbortSignal.timeout(signInTimeoutMs),
      });
      text = await response.text();
    } catch (cause) {
      throw refused(cause, 'unavailable');
    }
    if (!response.ok) throw refused(text, response.status < 500 ? 'forbidden' : 'unavailable');
    const answer = tokenAnswer.parse(JSON.parse(text));
    kept = { token: answer.access_token, until: Date.now() + answer.expires_in * 1000 - renewBeforeMs };
    return kept.token;
  }

  return {
    token: async (wish) =>
      kept !== undefined && wish?.fresh !== true && Date.now() < kept.until ? kept.token : fetchToken(),
  };
}

/** The way to sign in that the settings name: a token, managed identity, a certificate, or a secret. */
export function tokenSourceOf(signIn: SignIn): TokenSource {
  const { tenantId, clientId, clientSecret, clientCertificatePath, managedIdentity, token, tokenUrl } =
    signIn;
  if (token !== undefined) return { token: () => Promise.resolve(token) };
  if (managedIdentity === true) {
    return ofCredential(new ManagedIdentityCredential(clientId === undefined ? {} : { clientId }));
  }
  if (clientId !== undefined && tokenUrl !== undefined && clientSecret !== undefined) {
    return ofTokenEndpoint(tokenUrl, clientId, clientSecret);
  }
  if (clientId !== undefined && tenantId !== undefined && clientCertificatePath !== undefined) {
    return ofCredential(new ClientCertificateCredential(tenantId, clientId, clientCertificatePath));
  }
  if (clientId !== undefined && tenantId !== undefined && clientSecret !== undefined) {
    return ofCredential(new ClientSecretCredential(tenantId, clientId, clientSecret));
  }
  throw new TypeError('The settings name no complete way to sign in to Microsoft Graph.');
}
