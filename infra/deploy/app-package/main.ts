// `npm run package`: builds appPackage/build/assent.zip, to be uploaded to Teams.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { z } from 'zod';

import { appPackage } from '../../runtime/config/app-package.ts';
import { ConfigError, readConfig } from '../../runtime/config/read-config.ts';
import { AppPackageError } from './app-package-error.ts';
import { appFolder } from './app-folder.ts';
import { packageApp } from './package-app.ts';

const root = join(appFolder, '..');

function build(): string {
  const { settings } = readConfig(process.env, { settings: appPackage });
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const { publicUrl, websiteUrl = publicUrl, privacyUrl = publicUrl, termsUrl = publicUrl } = settings;
  const zip = packageApp(appFolder, {
    VERSION: version,
    TEAMS_MANIFEST_ID: settings.manifestId ?? settings.teamsAppId ?? '',
    BOT_APP_ID: settings.botAppId ?? '',
    PUBLIC_DOMAIN: new URL(publicUrl).host,
    TEAMS_APP_PUBLISHER: settings.publisher,
    TEAMS_APP_WEBSITE_URL: websiteUrl,
    TEAMS_APP_PRIVACY_URL: privacyUrl,
    TEAMS_APP_TERMS_URL: termsUrl,
  });
  const file = join(appFolder, 'build', 'assent.zip');
  mkdirSync(join(appFolder, 'build'), { recursive: true });
  writeFileSync(file, zip);
  return `${relative(root, file)} (${zip.length} bytes) is ready to be uploaded to Teams.`;
}

try {
  console.log(build());
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof AppPackageError)) throw error;
  if (error instanceof ConfigError)
    console.error(
      'The app was not built. Set what is missing in the environment or in .env, and run this again:',
    );
  console.error(error.message);
  process.exitCode = 1;
}
