import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import ajvDraft04 from 'ajv-draft-04';
import { z } from 'zod';

const versioned = z.object({ manifestVersion: z.string().regex(/^\d+\.\d+$/) });

/** Microsoft publishes its schemas in this package, a folder for each version. */
const published = join(
  createRequire(import.meta.url).resolve('@microsoft/app-manifest'),
  '../json-schemas/teams',
);

const jsonObject = z.record(z.string(), z.unknown());

/** Every violation of the published schema of the manifest's own version, one sentence each. */
export function manifestProblems(manifest: unknown): readonly string[] {
  const known = versioned.safeParse(manifest);
  if (!known.success)
    return ['manifest.json has no manifestVersion such as "1.30", so no schema applies to it.'];
  const version = known.data.manifestVersion;
  const file = join(published, `v${version}`, 'MicrosoftTeams.schema.json');
  if (!existsSync(file))
    return [`manifest.json has manifestVersion ${version}, for which Microsoft has published no schema.`];
  const schema = jsonObject.parse(JSON.parse(readFileSync(file, 'utf8')));
  // The schemas have keywords of their own for editors, which are not rules.
  const validate = new ajvDraft04.default({ strict: false, allErrors: true, formats: { uri: true } }).compile(
    schema,
  );
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const where = instancePath === '' ? 'it' : instancePath.slice(1).replaceAll('/', '.');
    return `manifest.json: ${where} ${message ?? 'is not valid'} (${JSON.stringify(params)}).`;
  });
}
