// `npm run icons`: renders appPackage/icons/*.svg to the two PNG files that the Teams manifest names.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

import { appFolder } from './app-folder.ts';

for (const name of ['color', 'outline']) {
  const svg = readFileSync(join(appFolder, 'icons', `${name}.svg`), 'utf8');
  writeFileSync(join(appFolder, `${name}.png`), new Resvg(svg).render().asPng());
}
