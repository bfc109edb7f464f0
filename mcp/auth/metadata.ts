import type { IssuerMetadata } from './issuer-keys.ts';

/** OAuth 2.0 Protected Resource Metadata (RFC 9728, section 2): which issuer's tokens this server takes. */
export function protectedResource(input: {
  readonly resource: string;
  readonly authorizationServer: string;
  readonly scopes: readonly string[];
}): Readonly<Record<string, unknown>> {
  return {
    resource: input.resource,
    authorization_servers: [input.authorizationServer],
    scopes_supported: [...input.scopes],
    bearer_methods_supported: ['header'],
    resource_name: 'Assent',
  };
}

/** Where a resource's metadata is: the well-known path goes in front of the resource's own (RFC 9728, 3.1). */
export function resourceMetadataUrl(resource: string): string {
  const url = new URL(resource);
  return `${url.origin}/.well-known/oauth-protected-resource${url.pathname === '/' ? '' : url.pathname}`;
}

/** The issuer's own metadata with our endpoints in place of its, for clients that must register first. */
export function facadeMetadata(publicUrl: string, issuer: IssuerMetadata): Readonly<Record<string, unknown>> {
  return {
    ...issuer,
    issuer: publicUrl,
    authorization_endpoint: `${publicUrl}/authorize`,
    token_endpoint: `${publicUrl}/token`,
    registration_endpoint: `${publicUrl}/register`,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
  };
}
