import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corporaFile } from '../../../../bot/learning/corpora-file.ts';
import { makeActTable, makeRoleTable, makeTagTable } from '../../../../bot/learning/make-tables.ts';
import { corpusSentences, ownSentences } from '../../../../bot/learning/sentences.ts';

const learningMs = 120_000;
const own = ownSentences();
const kept = (path: string): unknown => JSON.parse(readFileSync(`bot/language/${path}`, 'utf8'));

describe('tables that were learned', () => {
  it('of what words are part of are those that learning makes again', { timeout: learningMs }, () => {
    expect(kept('parts/tables/words.json')).toEqual(makeTagTable(own));
  });

  it('of roles are those that learning makes again', { timeout: learningMs }, () => {
    expect(kept('roles/tables/roles.json')).toEqual(makeRoleTable(own));
  });

  it.skipIf(!existsSync(corporaFile))(
    `of acts are those that learning makes again from ${corporaFile}`,
    { timeout: learningMs },
    () => {
      const corpora = corpusSentences(corporaFile);
      for (const locale of ['en', 'de', 'fr', 'es'] as const)
        expect(kept(`acts/tables/${locale}.json`), locale).toEqual(makeActTable(locale, own, corpora));
    },
  );
});
