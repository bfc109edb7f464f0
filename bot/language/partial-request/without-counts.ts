import type { Token } from '../grammar/token.ts';
import type { Said } from './free-text.ts';

const counting =
  /^(?:the|that|this|which|first|second|third|fourth|fifth|last|next|other|earlier|later|latest)$/;
const counted = /^(?:one|ones|option|options|slot|slots|choice|proposal|suggestion)$/;

/** "the second one", "that one": neither one o'clock nor the second of the month. */
export function withoutCounts(said: readonly Said[], tokens: readonly Token[]): Said[] {
  return said.filter(({ fact, from, to }) => {
    if (fact.about !== 'when') return true;
    const [before, last, next] = [to - 2, to - 1, to].map((at) => tokens[at]?.text ?? '');
    const isOne = last === 'one' && counting.test(before ?? '');
    const isOrdinal = counting.test(last ?? '') && counted.test(next ?? '') && to - from <= 2;
    return !isOne && !isOrdinal;
  });
}
