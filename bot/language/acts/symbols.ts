import { bestCover } from '../grammar/cover.ts';
import type { Finding } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { RequestSense } from '../meaning/sense.ts';

/** What the words of a sentence say, with one symbol for each day, clock, length, name and room. */
const symbolOf: Readonly<Partial<Record<RequestSense['kind'], string>>> = {
  date: '<day>',
  period: '<days>',
  moment: '<moment>',
  stretch: '<moment>',
  hours: '<hours>',
  time: '<time>',
  duration: '<length>',
  recurring: '<days>',
  person: '<name>',
  stranger: '<name>',
  room: '<room>',
};

function worthOf({ from, to, sense }: Finding<RequestSense>): number {
  if (symbolOf[sense.kind] === undefined) return 0;
  if (sense.kind === 'stranger') return sense.lower ? 0 : (to - from) * 10 - 5;
  return (to - from) * 10 - 1;
}

/** Words as they are compared: in lower case, without accents, every number the same. */
export function plainWords(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }) =>
    /^[\p{L}\d]|^[?!]$/u.test(text) ? [/^\d/.test(text) ? '0' : withoutAccents(text)] : [],
  );
}

/** The same with what the chart found in place of the words themselves. */
export function symbols(
  tokens: readonly Token[],
  chart: readonly (readonly Finding<RequestSense>[])[],
): string[] {
  const found = bestCover(chart, worthOf);
  const written: string[] = [];
  let at = 0;
  for (const { from, to, sense } of found) {
    written.push(...plainWords(tokens.slice(at, from)), symbolOf[sense.kind] ?? '');
    at = to;
  }
  return [...written, ...plainWords(tokens.slice(at))];
}

/** What the tables were learned with: marks go, letters that have none inside stay. */
function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
