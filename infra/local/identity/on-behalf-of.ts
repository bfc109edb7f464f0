import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import { graphResource, resourceServer } from './resources.ts';

/** The grant of the on-behalf-of flow (RFC 7523, 2.1). */
export const onBehalfOfGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

interface OnBehalfOfOptions {
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
  /** The audience of the tokens that may be exchanged. */
  readonly assentResource: string;
  /** What was consented to for everybody: names of delegated permissions of Graph. */
  readonly consented: readonly string[];
}

interface Form {
  readonly assertion?: string;
  readonly requested_token_use?: string;
  readonly scope?: string;
}

/** A refusal with its reason, which the provider's own class for it would keep from the client. */
function refused(description: string): Error {
  return new errors.CustomOIDCProviderError('invalid_grant', description);
}

/** What is given for the scopes that are asked for: all for `.default`, else those, each of which must be consented to. */
function grantedScopes(asked: string | undefined, consented: readonly string[]): readonly string[] {
  const names = (asked ?? '')
    .split(' ')
    .filter((name) => name.startsWith(`${graphResource}/`))
    .map((name) => name.slice(graphResource.length + 1));
  if (names.length === 0) throw new errors.InvalidScope('a scope of Microsoft Graph is needed', asked ?? '');
  const granted = names.includes('.default') ? consented : names;
  if (granted.length === 0 || granted.some((name) => !consented.includes(name)))
    throw refused('AADSTS65001: The user or administrator has not consented to use the application.');
  return granted;
}

/**
 * Teaches the provider to exchange a person's token for Assent for one of theirs for Graph, with the parameters and the
 * answer of Entra ID (learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow).
 */
export function registerOnBehalfOf(provider: Provider, options: OnBehalfOfOptions): void {
  const { issuer, assentResource: audience, consented } = options;
  const keys = createLocalJWKSet(options.keys);

  async function personOfAssertion(assertion: string | undefined): Promise<string> {
    const verified = await jwtVerify(assertion ?? '', keys, { issuer, audience }).catch(() => undefined);
    const { oid, scp } = verified?.payload ?? {};
    // An application's own token represents nobody.
    if (typeof oid === 'string' && typeof scp === 'string') return oid;
    throw refused('AADSTS50013: Assertion failed signature, audience or time validation.');
  }

  provider.registerGrantType<Form>(
    onBehalfOfGrant,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      if (params.requested_token_use !== 'on_behalf_of')
        throw new errors.InvalidRequest('requested_token_use must be on_behalf_of');
      const accountId = await personOfAssertion(params.assertion);
      const scope = grantedScopes(params.scope, consented).join(' ');
      const token = new provider.AccessToken({
        client,
        accountId,
        scope,
        gty: onBehalfOfGrant,
        grantId: randomUUID(),
        resourceServer: new provider.ResourceServer(graphResource, resourceServer(graphResource)),
      });
      ctx.body = {
        token_type: 'Bearer',
        scope,
        expires_in: token.expiration,
        access_token: await token.save(),
      };
    },
    ['assertion', 'requested_token_use', 'scope'],
  );
}
