import { setTimeout as pause } from 'node:timers/promises';

import { ManagedIdentityCredential, OnBehalfOfCredential } from '@azure/identity';
import type { AuthorityValidationOptions, TokenCredentialOptions } from '@azure/identity';

import type { OnBehalfOfApp } from '../../../../infra/runtime/config/on-behalf-of.ts';
import { personSignInError, refusalInBody, refusalInError } from './sign-in-error.ts';
import { requestToken, TokenEndpointError } from './token-endpoint.ts';
import type { Token } from './token-endpoint.ts';
import { graphScope } from './token-source.ts';

/** Exchanges a person's access token for one of theirs for Microsoft Graph; rejects with `ServiceError`. */
export type Exchange = (assertion: string) => Promise<Token>;

/** Where Entra ID is when it is none of the clouds that the library knows. */
export type Authority = AuthorityValidationOptions & TokenCredentialOptions;

/** Somebody waits for the answer, so a slow endpoint counts as one that is away. */
const timeoutMs = 5_000;
/** The audience of a managed identity's tokens that represent an app (workload-identity-federation of the Entra documentation). */
const federationScope = 'api://AzureADTokenExchange/.default';

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const limit = new AbortController();
  const late = pause(timeoutMs, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`no token within ${timeoutMs} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    limit.abort();
    late.catch(() => undefined);
  }
}

function atEntra(app: Extract<OnBehalfOfApp, { readonly proof: unknown }>, authority: Authority): Exchange {
  const { tenantId, clientId, proof } = app;

  /** The library caches in each credential, so one is made for each exchange and the token kept by whoever asked. */
  function credentialFor(userAssertionToken: string): OnBehalfOfCredential {
    const common = { ...authority, tenantId, clientId, userAssertionToken };
    switch (proof.kind) {
      case 'secret':
        return new OnBehalfOfCredential({ ...common, clientSecret: proof.clientSecret });
      case 'certificate':
        return new OnBehalfOfCredential({ ...common, certificatePath: proof.path });
      case 'managedIdentity': {
        const { clientId: assigned } = proof;
        const identity = new ManagedIdentityCredential(assigned === undefined ? {} : { clientId: assigned });
        const getAssertion = async () => (await identity.getToken(federationScope)).token;
        return new OnBehalfOfCredential({ ...common, getAssertion });
      }
    }
  }

  return async (assertion) => {
    try {
      const { token, expiresOnTimestamp } = await inTime(credentialFor(assertion).getToken(graphScope));
      return { token, expiresAtMs: expiresOnTimestamp };
    } catch (cause) {
      throw personSignInError(refusalInError(cause), cause);
    }
  };
}

function atTokenEndpoint(app: Extract<OnBehalfOfApp, { readonly tokenUrl: string }>): Exchange {
  const { tokenUrl, clientId, clientSecret } = app;
  return async (assertion) => {
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: clientId,
      client_secret: clientSecret,
      assertion,
      scope: graphScope,
      requested_token_use: 'on_behalf_of',
    };
    try {
      return await requestToken(tokenUrl, form, timeoutMs);
    } catch (cause) {
      const refusal = cause instanceof TokenEndpointError ? refusalInBody(cause.body) : undefined;
      throw personSignInError(refusal, cause);
    }
  };
}

/**
 * The OAuth 2.0 on-behalf-of flow (learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow), with the
 * Graph permissions that were consented to for the app.
 */
export function exchangeOf(app: OnBehalfOfApp, authority: Authority = {}): Exchange {
  return 'tokenUrl' in app ? atTokenEndpoint(app) : atEntra(app, authority);
}
