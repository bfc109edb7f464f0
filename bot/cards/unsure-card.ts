import type { Act } from '../language/meaning/act.ts';
import type { Words } from '../words/words.ts';
import { leaveAction } from './ask-first-card.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard } from './elements.ts';
import { adaptiveCard, line, run } from './elements.ts';
import { leftoverLines } from './leftover-lines.ts';

const mostShown = 4;

/** What a sentence may ask for, a button each; each goes on with the same sentence. */
export function unsureCard(
  saidId: string,
  acts: readonly Act[],
  leftover: readonly string[],
  words: Words,
): AdaptiveCard {
  const { unsure } = words.acts;
  const likely = acts.filter((act) => act !== 'none').slice(0, mostShown);
  return adaptiveCard({
    fallbackText: `${unsure.ask} ${likely.map((act) => unsure.acts[act]).join(', ')}`,
    body: [
      ...leftoverLines(leftover, { words }),
      line([run(unsure.ask, { weight: 'bolder' })]),
      ...likely.map((act) => ({
        type: 'ActionSet' as const,
        spacing: 'small' as const,
        actions: [button(unsure.acts[act], 'readAs', { saidId, act }, { associatedInputs: 'none' })],
      })),
    ],
    actions: [leaveAction(unsure.acts.none)],
  });
}
