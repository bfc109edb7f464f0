import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { corporaFile } from './corpora-file.ts';
import { makeActTable, makeLanguageTable, makeRoleTable, makeTagTable } from './make-tables.ts';
import { corpusSentences, ownSentences } from './sentences.ts';

if (!existsSync(corporaFile)) {
  console.error(`The corpora are not here: ${corporaFile}. NOTICE says where they are from.`);
  process.exit(1);
}

function write(path: string, table: unknown): void {
  const text = JSON.stringify(table);
  writeFileSync(fileURLToPath(new URL(`../language/${path}`, import.meta.url)), `${text}\n`);
  console.log(`${path}: ${Math.round(text.length / 1024)} kB`);
}

const own = ownSentences();
const corpora = corpusSentences(corporaFile);
write('lexicon/tables/languages.json', makeLanguageTable(own, corpora));
write('parts/tables/words.json', makeTagTable(own));
write('roles/tables/roles.json', makeRoleTable(own));
for (const locale of ['en', 'de', 'fr', 'es'] as const)
  write(`acts/tables/${locale}.json`, makeActTable(locale, own, corpora));
