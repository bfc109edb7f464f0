import type { AccessToken, ClientCredentials, JWTStructured } from 'oidc-provider';
import { companyPeople } from '../../graph-emulator/company.ts';
import { tenantId } from '../../graph-emulator/access/tenant.ts';
import type { CompanyPerson } from '../../graph-emulator/company.ts';
import { graphResource } from './resources.ts';

/** An application that signs in with a secret and no person, and the roles that it was given. */
export interface ApplicationClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly graphRoles: readonly string[];
  /** Roles at Assent's own server for agents. */
  readonly assentRoles: readonly string[];
}

export function personOf(id: string | undefined): CompanyPerson | undefined {
  return companyPeople.find((person) => person.id === id);
}

/**
 * Makes an access token look like one of Entra ID's, version 2.0: `scp`, `oid` and `tid` for people, `roles` for
 * applications (learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 */
export function writeClaims(
  token: AccessToken | ClientCredentials,
  parts: JWTStructured,
  applications: readonly ApplicationClient[],
): void {
  const { scope, ...payload } = parts.payload;
  const shared = { ...payload, azp: token.clientId, tid: tenantId, ver: '2.0' };
  if (token.kind === 'ClientCredentials') {
    const application = applications.find(({ clientId }) => clientId === token.clientId);
    const isForGraph = payload['aud'] === graphResource;
    const roles = isForGraph ? application?.graphRoles : application?.assentRoles;
    parts.payload = { ...shared, idtyp: 'app', roles: roles ?? [] };
    return;
  }
  const person = personOf(token.accountId);
  parts.payload = {
    ...shared,
    scope,
    scp: scope,
    oid: token.accountId,
    name: person?.displayName,
    preferred_username: person?.userPrincipalName,
  };
}
