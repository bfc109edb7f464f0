import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import { quote } from './names.ts';
import { fact } from '../rows/row.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';

/** More words than these in quotation marks are no title. */
const mostWords = 12;

/** An apostrophe that begins a word quotes; one inside a word does not. */
const opens = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 || tokens[at]?.spaced === true) && tokens[at + 1]?.spaced === false;

const closes = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return tokens[at]?.spaced === false && (next === undefined || next.spaced || /^[,.;:!?)]$/.test(next.text));
};

/** Words in quotation marks name the meeting: Workshop "Hiring 2027" with Grace. */
export const quotationLexer: Lexer<RequestSense, RequestContext> = (tokens, at, { text }) => {
  const mark = tokens[at]?.text;
  if (mark !== '"' && !(mark === "'" && opens(tokens, at))) return [];
  const end = tokens.findIndex(
    (token, index) =>
      index > at &&
      index <= at + mostWords + 1 &&
      token.text === mark &&
      (mark === '"' || closes(tokens, index)),
  );
  if (end <= at + 1) return [];
  const words = quote(text, tokens, at + 1, end);
  return [{ to: end + 1, sense: fact({ about: 'topic', field: 'title', keep: '', words }) }];
};
