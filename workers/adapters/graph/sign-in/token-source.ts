import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
} from '@azure/identity';
import type { TokenCredential } from '@azure/identity';

import { applicationSignInError, credentialsRefused, signInUnavailable } from './sign-in-error.ts';
import { requestToken, TokenEndpointError } from './token-endpoint.ts';
import type { Token } from './token-endpoint.ts';

/** Bearer tokens for Microsoft Graph; rejects with `ServiceError`. */
export interface TokenSource {
  /** `fresh` asks for a new one, because the service refused the last. */
  token(wish?: { readonly fresh: boolean }): Promise<string>;
}

export interface SignIn {
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

/** Everything that was granted and consented to; Entra ID gives no less with client credentials. */
export const graphScope = 'https://graph.microsoft.com/.default';
const renewBeforeMs = 60_000;
const signInTimeoutMs = 20_000;

/** Keeps a token until a minute before its end; who asks while one is fetched waits for the same. */
export function keepingToken(fetchToken: () => Promise<Token>): TokenSource {
  let kept: Token | undefined;
  let fetching: Promise<Token> | undefined;

  async function fetchOnce(): Promise<string> {
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    kept = await fetching;
    return kept.token;
  }

  return {
    token: async (wish) =>
      kept !== undefined && wish?.fresh !== true && Date.now() < kept.expiresAtMs - renewBeforeMs
        ? kept.token
        : fetchOnce(),
  };
}

function ofCredential(credential: TokenCredential): TokenSource {
  return {
    token: async () => {
      try {
        return (await credential.getToken(graphScope))?.token ?? '';
      } catch (cause) {
        throw applicationSignInError(cause);
      }
    },
  };
}

/** OAuth client credentials (RFC 6749, 4.4) at any token endpoint. */
function ofTokenEndpoint(tokenUrl: string, clientId: string, clientSecret: string): TokenSource {
  return keepingToken(async () => {
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: graphScope,
    };
    try {
      return await requestToken(tokenUrl, form, signInTimeoutMs);
    } catch (cause) {
      const isRefusal = cause instanceof TokenEndpointError && cause.status < 500;
      throw isRefusal ? credentialsRefused(cause) : signInUnavailable(cause);
    }
  });
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
