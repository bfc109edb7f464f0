import type { Lexer } from '../../grammar/chart.ts';
import type { Token } from '../../grammar/token.ts';
import type { DatesSense, Reference } from '../sense.ts';

const before = new Set(
  'in of since until till by next last mid early late through from to before after during for - / , mid'.split(
    ' ',
  ),
);
const numeral =
  /^\d|^(?:the|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twenty|thirtieth)$|th$/;
const articles = new Set(['the', 'a', 'an', 'in', 'my']);

/** "may" is a month beside a number or after a preposition; "this may" only where nothing follows that it rules. */
function isMay(tokens: readonly Token[], at: number): boolean {
  const previous = tokens[at - 1]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (numeral.test(next) || /^\d/.test(previous) || numeral.test(previous)) return true;
  if (previous === 'this') return next === '' || /^(?:to|until|till|through|[-.,?!])$/.test(next);
  if (previous === 'or' || previous === 'and') return !/^(?:be|not|have|i|we|you)$/.test(next);
  if (previous === '' || /^[.?!]$/.test(previous)) return /^(?:to|until|through|or|and|[-,/])$/.test(next);
  return before.has(previous) && !/^(?:i|be|not|have|we|you)$/.test(next);
}

/** Words that are dates only beside other words: "may", "sun", "sat". */
export const englishDoubtfulWords: Lexer<DatesSense, Reference> = (tokens, at) => {
  const word = tokens[at]?.text ?? '';
  const previous = tokens[at - 1]?.text ?? '';
  if (word === 'may' && isMay(tokens, at)) return [{ to: at + 1, sense: { kind: 'month', value: 5 } }];
  if (word === 'sun' && !articles.has(previous))
    return [{ to: at + 1, sense: { kind: 'weekday', value: 6 } }];
  if (word === 'sat' && !/^(?:i|we|he|she|they)$/.test(previous))
    return [{ to: at + 1, sense: { kind: 'weekday', value: 5 } }];
  return [];
};
