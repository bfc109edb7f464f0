import type { Reader } from '../words/reader.ts';
import type { Element } from './elements.ts';
import { line, run } from './elements.ts';

/** More words than these would be the whole sentence again. */
const mostQuoted = 3;

/** `I didn’t understand “…” and “…”.` Undefined where everything was understood. */
export function leftoverText(
  leftover: readonly string[],
  { words }: Pick<Reader, 'words'>,
): string | undefined {
  if (leftover.length === 0) return undefined;
  const quoted = leftover.slice(0, mostQuoted).map(words.cards.quote);
  return words.cards.suggestion.notUnderstood(words.times.list(quoted));
}

/** The words that were not understood, so that nothing that was said is dropped unseen. */
export function leftoverLines(
  leftover: readonly string[],
  reader: Pick<Reader, 'words'>,
): readonly Element[] {
  const text = leftoverText(leftover, reader);
  return text === undefined ? [] : [line([run(text, { color: 'warning', size: 'small' })])];
}
