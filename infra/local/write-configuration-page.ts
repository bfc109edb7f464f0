// `npm run docs`: writes docs/configuration.md from the code.
import { writeFileSync } from 'node:fs';
import { configurationFile, configurationPage } from './configuration-page.ts';

writeFileSync(configurationFile, await configurationPage());
