import { section } from './section.ts';
import { address, yesOrNo } from './shapes.ts';
import { optional, secret, withDefault } from './variable.ts';

/** Microsoft Graph as the application: calendars, directory, Planner, mail. */
export const graph = section(
  'Microsoft Graph',
  {
    baseUrl: withDefault(
      'GRAPH_BASE_URL',
      'the root of Microsoft Graph, with its version',
      'https://graph.microsoft.com/v1.0',
      address,
    ),
    tenantId: optional('GRAPH_TENANT_ID', 'the Entra tenant whose calendars are used'),
    clientId: optional('GRAPH_CLIENT_ID', 'the app registration, or the user-assigned managed identity'),
    clientSecret: secret(optional('GRAPH_CLIENT_SECRET', 'the secret of that app registration')),
    clientCertificatePath: optional(
      'GRAPH_CLIENT_CERTIFICATE_PATH',
      'a PEM file with certificate and key, instead of a secret',
    ),
    managedIdentity: withDefault(
      'GRAPH_MANAGED_IDENTITY',
      'whether to sign in as the managed identity of the Azure host',
      'false',
      yesOrNo,
    ),
    token: secret(optional('GRAPH_TOKEN', 'a ready bearer token, for trying things out')),
    tokenUrl: optional(
      'GRAPH_TOKEN_URL',
      'the OAuth token endpoint for client id and secret, where it is not that of Entra ID',
      address,
    ),
    planId: optional('GRAPH_PLAN_ID', 'the Planner plan that gets a task for each meeting'),
    bucketId: optional('GRAPH_BUCKET_ID', 'the bucket of that plan for new tasks'),
    notificationUrl: optional(
      'GRAPH_NOTIFICATION_URL',
      'where Microsoft Graph reaches the bot’s web server, to tell of changed calendars; without it, they are looked at daily',
      address,
    ),
    mailSender: optional('GRAPH_MAIL_SENDER', 'the mailbox (id or address) that writes to guests'),
  },
  (values) => {
    const { tenantId, clientId, clientSecret, clientCertificatePath, managedIdentity, token, tokenUrl } =
      values;
    if (token !== undefined || managedIdentity) return [];
    if (clientId === undefined || (clientSecret === undefined && clientCertificatePath === undefined))
      return [
        'No way to sign in to Microsoft Graph: set GRAPH_CLIENT_ID with GRAPH_CLIENT_SECRET or GRAPH_CLIENT_CERTIFICATE_PATH, or GRAPH_MANAGED_IDENTITY, or GRAPH_TOKEN.',
      ];
    if (tenantId === undefined && tokenUrl === undefined)
      return ['GRAPH_TENANT_ID is not set; it is the Entra tenant whose calendars are used.'];
    return [];
  },
);
