import { errors } from 'oidc-provider';
import type { ResourceServer } from 'oidc-provider';
import { scopes as operationScopes } from '../../../workflows/contract/catalogue/operation.ts';

/** The resource of Microsoft Graph; its `.default` scope asks for all that was granted to the application. */
export const graphResource = 'https://graph.microsoft.com';
const graphDefault = `${graphResource}/.default`;

/** What people may allow an application to do in their name with Microsoft Graph. */
const delegatedGraphScopes = [
  'User.Read',
  'User.ReadBasic.All',
  'User.Read.All',
  'Calendars.ReadBasic',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Calendars.Read.Shared',
  'Calendars.ReadWrite.Shared',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
  'Mail.Send',
  'People.Read',
  'Place.Read.All',
  'Group.Read.All',
  'Tasks.Read',
  'Tasks.ReadWrite',
];

/** What an administrator consented to for everybody, so that Assent may read with each person's own access. */
export const consentedGraphScopes = [
  'User.Read.All',
  'Calendars.ReadBasic',
  'Place.Read.All',
  'Tasks.ReadWrite',
];

/** What the worker's application holds, as an administrator would have granted it. */
export const graphRoles = [
  'User.Read.All',
  'Calendars.ReadWrite',
  'MailboxSettings.Read',
  'Mail.Send',
  'Place.Read.All',
  'GroupMember.Read.All',
  'Group.Read.All',
  'People.Read.All',
  'Tasks.ReadWrite.All',
];

const graphScopes = [
  graphDefault,
  ...delegatedGraphScopes,
  ...delegatedGraphScopes.map((scope) => `${graphResource}/${scope}`),
];

/** Every scope that a client may be registered with. */
export const offeredScopes = [
  'openid',
  'profile',
  'email',
  'offline_access',
  ...operationScopes,
  ...graphScopes,
];

/** Which resource is meant when none is named (RFC 8707 leaves that to the server). */
export function resourceOfScopes(scope: string | undefined, assent: string): string | undefined {
  const asked = new Set(scope?.split(' '));
  if (graphScopes.some((name) => asked.has(name))) return graphResource;
  return operationScopes.some((name) => asked.has(name)) ? assent : undefined;
}

function isOnThisMachine(resource: string): boolean {
  const { protocol, hostname } = new URL(resource);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** What a token for `resource` looks like. @throws InvalidTarget for anything but Graph and this machine. */
export function resourceServer(resource: string): ResourceServer {
  const token = { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } }, accessTokenTTL: 3600 } as const;
  if (resource === graphResource) return { ...token, audience: resource, scope: graphScopes.join(' ') };
  if (!isOnThisMachine(resource)) throw new errors.InvalidTarget();
  return { ...token, audience: resource, scope: operationScopes.join(' ') };
}
