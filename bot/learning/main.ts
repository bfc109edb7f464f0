import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { corporaFile } from './corpora-file.ts';
import { makeActTable } from './make-tables.ts';
import { corpusSentences, ownSentences } from './sentences.ts';

if (!existsSync(corporaFile)) {
  console.error(`The corpora are not here: ${corporaFile}. NOTICE says where they are from.`);
  process.exit(1);
}
const own = ownSentences();
const corpora = corpusSentences(corporaFile);
for (const locale of ['en', 'de', 'fr', 'es'] as const) {
  const table = JSON.stringify(makeActTable(locale, own, corpora));
  writeFileSync(fileURLToPath(new URL(`../language/acts/tables/${locale}.json`, import.meta.url)), `${table}\n`);
  console.log(`acts, ${locale}: ${Math.round(table.length / 1024)} kB`);
}
