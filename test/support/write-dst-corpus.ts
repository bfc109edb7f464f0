/** `npx node test/support/write-dst-corpus.ts` writes the corpus again, one case a line. */
import { writeFileSync } from 'node:fs';
import { corpusText, makeDstCorpus, windowDays } from './dst-corpus.ts';

const cases = makeDstCorpus();
const path = new URL('../unit/workflows/domain/slots/dst-corpus.jsonl', import.meta.url);
writeFileSync(path, corpusText(cases));
console.log(`${cases.length} cases, ${windowDays(cases)} window-days, ${path.pathname}`);
