import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { interactionPolicy, Provider } from 'oidc-provider';
import type { Configuration, JWK, JWKS, KoaContextWithOIDC } from 'oidc-provider';
import { personOf, writeClaims } from './claims.ts';
import type { ApplicationClient } from './claims.ts';
import type { SavedGrants } from './saved-grants.ts';
import { onBehalfOfGrant, registerOnBehalfOf } from './on-behalf-of.ts';
import { offeredScopes, resourceOfScopes, resourceServer } from './resources.ts';
import { problemPage } from './sign-in-page.ts';

const daySeconds = 86_400;

async function makeKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString('hex'),
    alg: 'RS256',
    use: 'sig',
  };
  return JSON.stringify({ keys: [key] });
}

/** Everybody is asked who they are each time, so that one browser can play several people; consent is not asked for. */
function askWhoEachTime() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.clear();
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('no_person_picked', 'Somebody must be picked', (ctx) =>
        ctx.oidc.result?.login === undefined
          ? interactionPolicy.Check.REQUEST_PROMPT
          : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}

/** Grants what was asked for, and no more. */
async function grantWhatIsAsked({ oidc }: KoaContextWithOIDC) {
  const { accountId } = oidc.session ?? {};
  const clientId = oidc.client?.clientId;
  if (accountId === undefined || clientId === undefined) return undefined;
  const grant = new oidc.provider.Grant({ clientId, accountId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  for (const [indicator, server] of Object.entries(oidc.resourceServers ?? {}))
    grant.addResourceScope(
      indicator,
      [...oidc.requestParamScopes].filter((scope) => server.scopes.has(scope)).join(' '),
    );
  await grant.save();
  return grant;
}

interface ProviderOptions {
  readonly issuer: string;
  readonly kept: SavedGrants;
  readonly applications: readonly ApplicationClient[];
  /** The resource that is meant by a client which names none. */
  readonly assentResource: string;
  /** Delegated permissions of Graph that were consented to for everybody. */
  readonly consentedGraphScopes: readonly string[];
}

async function configuration(
  { kept, applications, assentResource }: ProviderOptions,
  jwks: JWKS,
): Promise<Configuration> {
  return {
    adapter: kept.adapter,
    jwks,
    cookies: { keys: [await kept.setting('cookies', () => randomBytes(32).toString('hex'))] },
    clients: applications.map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      client_name: clientId,
      grant_types: ['client_credentials', onBehalfOfGrant],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: 'client_secret_post',
    })),
    scopes: offeredScopes,
    claims: { openid: ['sub', 'oid', 'tid'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    clientBasedCORS: () => true,
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant: grantWhatIsAsked,
    findAccount: (_ctx, id) => {
      const person = personOf(id);
      if (person === undefined) return undefined;
      const { displayName: name, userPrincipalName, mail: email } = person;
      return {
        accountId: id,
        claims: () => ({ sub: id, oid: id, name, preferred_username: userPrincipalName, email }),
      };
    },
    interactions: { policy: askWhoEachTime(), url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx, _client, oneOf) => {
          const [only] = oneOf ?? [];
          const { scope } = ctx.oidc.params ?? {};
          return only ?? resourceOfScopes(typeof scope === 'string' ? scope : undefined, assentResource);
        },
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => resourceServer(resource),
      },
    },
    formats: {
      customizers: {
        jwt: (_ctx, token, parts) => {
          writeClaims(token, parts, applications);
        },
      },
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      ClientCredentials: 3600,
      Grant: 30 * daySeconds,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 30 * daySeconds,
      Session: daySeconds,
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = problemPage(out.error_description ?? out.error);
    },
  };
}

/** What `makeKeys` made, without what only its owner may know. */
function publicPart({ kid = '', n = '', e = '' }: JWK) {
  return { kty: 'RSA', alg: 'RS256', use: 'sig', kid, n, e };
}

/** The provider itself: OpenID Connect with PKCE, open registration, resource indicators and the on-behalf-of flow. */
export async function createProvider(options: ProviderOptions): Promise<Provider> {
  const jwks = JSON.parse(await options.kept.setting('keys', makeKeys)) as JWKS;
  const provider = new Provider(options.issuer, await configuration(options, jwks));
  registerOnBehalfOf(provider, {
    issuer: options.issuer,
    keys: { keys: jwks.keys.map(publicPart) },
    assentResource: options.assentResource,
    consented: options.consentedGraphScopes,
  });
  return provider;
}
