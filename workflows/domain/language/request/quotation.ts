import type { Lexer } from '../grammar/chart.ts';
import { quote } from './names.ts';
import { fact } from './row.ts';
import type { RequestContext, RequestSense } from './sense.ts';

/** More words than these in quotation marks are no title. */
const mostWords = 12;

/** Words in quotation marks name the meeting: Workshop "Hiring 2027" with Grace. */
export const quotationLexer: Lexer<RequestSense, RequestContext> = (tokens, at, { text }) => {
  if (tokens[at]?.text !== '"') return [];
  const end = tokens.findIndex(
    (token, index) => index > at && index <= at + mostWords + 1 && token.text === '"',
  );
  if (end <= at + 1) return [];
  const words = quote(text, tokens, at + 1, end);
  return [{ to: end + 1, sense: fact({ about: 'topic', field: 'title', keep: '', words }) }];
};
