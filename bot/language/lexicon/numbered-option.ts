import type { Lexer } from '../grammar/chart.ts';
import { fact } from '../rows/row.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';

/** "#2" chooses the second of the options. */
export const numberedOptionLexer: Lexer<RequestSense, RequestContext> = (tokens, at) => {
  const digit = tokens[at + 1];
  if (tokens[at]?.text !== '#' || digit?.spaced !== false || !/^[1-9]$/.test(digit.text)) return [];
  const option = Number(digit.text);
  return [{ to: at + 2, sense: fact({ about: 'command', command: 'confirm', option }) }];
};
