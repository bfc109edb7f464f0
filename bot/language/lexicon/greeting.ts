import type { Lexer } from '../grammar/chart.ts';
import { fact } from '../rows/row.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';

/** "Morning! …", "Morning all, …" at a text's beginning greets; it is no part of the day to meet in. */
export const greetingLexer: Lexer<RequestSense, RequestContext> = (tokens, at) => {
  if (at !== 0 || !/^(?:morning|afternoon|evening|morgen|day)$/.test(tokens[0]?.text ?? '')) return [];
  const to = /^(?:all|everyone|everybody|team|folks|guys|there|assent)$/.test(tokens[1]?.text ?? '') ? 2 : 1;
  const end = tokens[to]?.text ?? '';
  if (to === 1 ? end !== '!' : !/^[!,.-]?$/.test(end)) return [];
  return [{ to: to + (end === '' ? 0 : 1), sense: fact({ about: 'filler' }) }];
};
