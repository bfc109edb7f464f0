import type { Token } from '../grammar/token.ts';

/** Names that are ordinary words too. */
const ordinaryWords = new Set(
  [
    'will may mark april june august art bill sue drew rich grant hope joy faith rose dean sunny',
    'al del march sat sun mon can wed tue fri so do me us an in on at la le es de per',
  ]
    .join(' ')
    .split(' '),
);
/** What follows a name that begins a sentence, and not "Will you …" or "May I …". */
const afterName = new Set(
  "can cannot cant could would do does don doesn is isn has hates prefers wants should must needs works only and or & + , : '".split(
    ' ',
  ),
);

/** An initial capital; words in capitals throughout are abbreviations. */
export function isCapitalized(text: string, token: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.end));
}

/** "will" and "mark" are names only with an initial capital; beginning a sentence, only before what follows names. */
export function mayBeOtherWord(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !ordinaryWords.has(token.text)) return false;
  if (!isCapitalized(text, token)) return true;
  const begins = at === 0 || /^[.!?]$/.test(tokens[at - 1]?.text ?? '');
  return begins && !afterName.has(tokens[at + 1]?.text ?? '');
}

const months = /^(?:may|march|april|june|august)$/;
const beforeMonth = /^(?:in|of|by|until|till|before|after|since|this|next|last|early|mid|late|\d+)$/;

/** Whether the word is one of those, here as a name; "in May" is none. */
export function isOrdinaryName(text: string, tokens: readonly Token[], at: number): boolean {
  if (months.test(tokens[at]?.text ?? '') && beforeMonth.test(tokens[at - 1]?.text ?? '')) return false;
  return ordinaryWords.has(tokens[at]?.text ?? '') && !mayBeOtherWord(text, tokens, at);
}
