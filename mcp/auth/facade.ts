import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readIssuerMetadata } from './issuer-keys.ts';
import { facadeMetadata } from './metadata.ts';

/** An answer for the HTTP server to give. */
export interface FacadeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Facade {
  metadata(): Promise<FacadeAnswer>;
  register(body: unknown): FacadeAnswer;
  authorize(query: URLSearchParams): Promise<FacadeAnswer>;
  token(form: URLSearchParams): Promise<FacadeAnswer>;
}

const registration = z.looseObject({
  redirect_uris: z.array(z.url()).min(1).max(20),
  client_name: z.string().max(200).optional(),
});

const json = { 'content-type': 'application/json', 'cache-control': 'no-store' };

function answer(status: number, body: unknown): FacadeAnswer {
  return { status, headers: json, body: JSON.stringify(body) };
}

/**
 * Lets clients that insist on registering themselves sign in at an issuer that has no dynamic registration (Entra ID):
 * everybody who registers (RFC 7591) is given the one client that an administrator made, and the browser and the
 * token request are passed on to the issuer. The issuer still decides which redirect addresses that client may use.
 */
export function createFacade(input: {
  readonly publicUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Put in front of each scope, such as `api://{client id}/`. */
  readonly scopePrefix: string;
}): Facade {
  const { publicUrl, issuer, clientId, scopePrefix } = input;
  const reserved = new Set(['openid', 'profile', 'email', 'offline_access']);
  let metadata: ReturnType<typeof readIssuerMetadata> | undefined;

  function issuerMetadata() {
    metadata ??= readIssuerMetadata(issuer).catch((error: unknown) => {
      metadata = undefined;
      throw error;
    });
    return metadata;
  }

  /** The issuer's own client and scope names; it does not know RFC 8707's `resource`. */
  function translated(parameters: URLSearchParams): URLSearchParams {
    const result = new URLSearchParams(parameters);
    result.set('client_id', clientId);
    result.delete('resource');
    const scope = result.get('scope');
    if (scope !== null) {
      const words = scope.split(' ').filter((word) => word !== '');
      result.set('scope', words.map((word) => (reserved.has(word) ? word : scopePrefix + word)).join(' '));
    }
    return result;
  }

  return {
    metadata: async () => answer(200, facadeMetadata(publicUrl, await issuerMetadata())),
    register: (body) => {
      const parsed = registration.safeParse(body);
      if (!parsed.success)
        return answer(400, {
          error: 'invalid_client_metadata',
          error_description: 'redirect_uris are needed',
        });
      return answer(201, {
        client_id: clientId,
        client_id_issued_at: Math.floor(Date.now() / 1000),
        client_name: parsed.data.client_name ?? `client ${randomUUID()}`,
        redirect_uris: parsed.data.redirect_uris,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      });
    },
    authorize: async (query) => {
      const { authorization_endpoint: endpoint } = await issuerMetadata();
      if (endpoint === undefined) return answer(503, { error: 'temporarily_unavailable' });
      const url = new URL(endpoint);
      url.search = translated(query).toString();
      return { status: 302, headers: { location: url.href }, body: '' };
    },
    token: async (form) => {
      const { token_endpoint: endpoint } = await issuerMetadata();
      if (endpoint === undefined) return answer(503, { error: 'temporarily_unavailable' });
      const response = await fetch(endpoint, {
        method: 'POST',
        body: translated(form),
        signal: AbortSignal.timeout(15_000),
      });
      return { status: response.status, headers: json, body: await response.text() };
    },
  };
}
