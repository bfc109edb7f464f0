import { scoreActs } from './acts/score-acts.ts';
import type { ScoredAct } from './acts/score-acts.ts';
import { plainWords, symbols } from './acts/symbols.ts';
import type { Heard } from './hear.ts';
import type { Pending } from './meaning/act.ts';

/** What a sentence may ask for, the likeliest first. */
export function likelyActs({ tokens, chart, context }: Heard, pending: Pending): readonly ScoredAct[] {
  // A meeting that stands is no open question: what was learned cannot tell it from nothing.
  const open = pending === 'booked' ? 'nothing' : pending;
  return scoreActs(
    { words: plainWords(tokens), symbols: symbols(tokens, chart), pending: open },
    context.locale,
  );
}
