import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const resolve = createRequire(import.meta.url).resolve;

/** The ids and addresses of one installation. */
export interface AppIds {
  readonly teamsAppId: string;
  readonly botAppId: string;
  /** Where the bot's web pages are; https. */
  readonly publicUrl: string;
}

/** The manifest's text with an installation's values in it. */
export function fillManifest(template: string, { teamsAppId, botAppId, publicUrl }: AppIds): string {
  return template
    .replaceAll('${{TEAMS_APP_ID}}', teamsAppId)
    .replaceAll('${{BOT_APP_ID}}', botAppId)
    .replaceAll('${{PUBLIC_URL}}', publicUrl.replace(/\/+$/, ''))
    .replaceAll('${{PUBLIC_HOST}}', new URL(publicUrl).host);
}

/** Holds a manifest against Microsoft's published schema of its version; gives a sentence for each fault. */
export function manifestProblems(manifest: string): readonly string[] {
  const parsed = JSON.parse(manifest) as { readonly manifestVersion: string };
  const file = resolve(
    `@microsoft/app-manifest/build/json-schemas/teams/v${parsed.manifestVersion}/MicrosoftTeams.schema.json`,
  );
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  // Published as draft 4, of which it uses nothing that later drafts read differently.
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  if (validate(parsed)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? 'is not valid'}`,
  );
}
