import type { Words } from '../words/words.ts';
import type { AdaptiveCard } from './elements.ts';
import { adaptiveCard, line, run, sentence } from './elements.ts';

/** What Assent does and what to write first. */
export function helpCard({ cards: { help } }: Words): AdaptiveCard {
  return adaptiveCard({
    fallbackText: help.fallback,
    body: [
      sentence(help.what, { weight: 'bolder' }),
      ...help.examples.map(([name, example]) => line([run(`${name}: `, { weight: 'bolder' }), run(example)])),
      sentence(help.inGroups, { isSubtle: true }),
    ],
  });
}
