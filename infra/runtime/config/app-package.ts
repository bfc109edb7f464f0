import { z } from 'zod';

import { bot } from './bot.ts';
import { links } from './links.ts';
import { section } from './section.ts';
import { address } from './shapes.ts';
import { optional, withDefault } from './variable.ts';

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function idProblem(name: string, id: string | undefined, what: string): readonly string[] {
  if (id === undefined) return [`${name} is not set; it is ${what}.`];
  return guid.test(id) ? [] : [`${name} (${JSON.stringify(id)}) is not a GUID; it is ${what}.`];
}

/** What is filled into the Teams app when it is packaged. */
export const appPackage = section(
  'Teams app package',
  {
    botAppId: bot.variables.appId,
    teamsAppId: bot.variables.teamsAppId,
    publicUrl: links.variables.publicUrl,
    manifestId: optional(
      'TEAMS_MANIFEST_ID',
      'the id in the app’s manifest, where it is not TEAMS_APP_ID (a catalogue may give an app an id of its own)',
    ),
    publisher: withDefault(
      'TEAMS_APP_PUBLISHER',
      'who publishes the Teams app, in at most 32 characters',
      'Assent',
      z.string().max(32, 'it may have at most 32 characters'),
    ),
    websiteUrl: optional(
      'TEAMS_APP_WEBSITE_URL',
      'the publisher’s page about the app, if not PUBLIC_URL',
      address,
    ),
    privacyUrl: optional('TEAMS_APP_PRIVACY_URL', 'the publisher’s privacy page, if not PUBLIC_URL', address),
    termsUrl: optional('TEAMS_APP_TERMS_URL', 'the publisher’s terms of use, if not PUBLIC_URL', address),
  },
  ({ botAppId, teamsAppId, manifestId, publicUrl }) => [
    ...idProblem('BOT_APP_ID', botAppId, 'the app id of the bot’s registration'),
    ...(manifestId === undefined
      ? idProblem('TEAMS_APP_ID', teamsAppId, 'the id of the Teams app; make one up for a new app')
      : idProblem('TEAMS_MANIFEST_ID', manifestId, 'the id in the app’s manifest')),
    ...(publicUrl.startsWith('https://')
      ? []
      : [
          `PUBLIC_URL (${JSON.stringify(publicUrl)}) does not begin with https://; Teams opens no other pages, so set the address of the bot that browsers reach.`,
        ]),
  ],
);
