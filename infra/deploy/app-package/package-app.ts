import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { zipSync } from 'fflate';

import { AppPackageError } from './app-package-error.ts';
import { fillManifest } from './fill-manifest.ts';
import { iconNames, iconProblems } from './icon-problems.ts';
import { manifestProblems } from './manifest-problems.ts';

/** The earliest time that a zip file can express, so that the same app gives the same bytes. */
const zipEpoch = new Date(1980, 0, 1);

/**
 * The zip that Teams installs, from the manifest and icons in `folder`: filled in and checked.
 * @param values the values of the manifest's `${{NAME}}` placeholders.
 * @throws AppPackageError with everything that is wrong, one sentence each.
 */
export function packageApp(folder: string, values: Readonly<Record<string, string>>): Uint8Array {
  const read = (name: string): Buffer | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : undefined;
  const template = read('manifest.json');
  if (template === undefined) throw new AppPackageError([`There is no manifest.json in ${folder}.`]);
  const manifest = fillManifest(template.toString('utf8'), values);
  const ofManifest = manifestProblems(manifest);
  if (ofManifest.length > 0) throw new AppPackageError(ofManifest);

  const { color, outline } = iconNames(manifest);
  const [colorFile, outlineFile] = [read(color), read(outline)];
  const ofIcons = [
    ...iconProblems('color', color, colorFile),
    ...iconProblems('outline', outline, outlineFile),
  ];
  if (colorFile === undefined || outlineFile === undefined || ofIcons.length > 0)
    throw new AppPackageError(ofIcons);
  const manifestFile = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  return zipSync(
    { 'manifest.json': manifestFile, [color]: colorFile, [outline]: outlineFile },
    { mtime: zipEpoch, level: 9 },
  );
}
