import { section } from './section.ts';
import { address, port } from './shapes.ts';
import { optional, secret, withDefault } from './variable.ts';

/** The Teams bot and the web pages beside it. */
export const bot = section(
  'Teams bot',
  {
    host: withDefault('BOT_HOST', 'the address that the bot listens on', '127.0.0.1'),
    port: withDefault('BOT_PORT', 'the port of the bot and of the guest pages', '3978', port),
    appId: optional('BOT_APP_ID', 'the app id of the bot; without it every caller is accepted (local use)'),
    appPassword: secret(optional('BOT_APP_PASSWORD', 'the password of the bot’s app registration')),
    tenantId: optional('BOT_TENANT_ID', 'the tenant of a single-tenant bot'),
    teamsAppId: optional(
      'TEAMS_APP_ID',
      'the id of the app in the Teams catalogue, for installing and links',
    ),
    openIdMetadataUrl: optional(
      'BOT_OPENID_METADATA_URL',
      'the OpenID metadata of who signs calls to the bot, where it is not the Bot Framework',
      address,
    ),
    tokenIssuer: optional('BOT_TOKEN_ISSUER', 'the issuer of those calls, where it is not the Bot Framework'),
    loginUrl: optional(
      'BOT_LOGIN_URL',
      'the token endpoint for the bot’s own calls, where it is not that of Entra ID',
      address,
    ),
  },
  ({ appId, appPassword }) =>
    appId !== undefined && appPassword === undefined
      ? ['BOT_APP_PASSWORD is not set; it is the password of the bot whose BOT_APP_ID is given.']
      : [],
);
