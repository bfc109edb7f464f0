import type { Words } from '../words/words.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, sentence, showCard } from './elements.ts';

function exampleLines(examples: Words['cards']['help']['examples']): readonly Element[] {
  return examples.map(([name, example]) =>
    line([run(`${name}: `, { weight: 'bolder' }), run(example)], { spacing: 'small' }),
  );
}

/** What Assent does and what to write first; the rest is behind a button. */
export function helpCard({ cards: { help } }: Words): AdaptiveCard {
  return adaptiveCard({
    fallbackText: help.fallback,
    body: [
      sentence(help.what, { weight: 'bolder' }),
      ...exampleLines(help.examples),
      sentence(help.inGroups, { isSubtle: true }),
    ],
    actions: [showCard(help.more, exampleLines(help.moreExamples), [])],
  });
}

/** The first thing that somebody sees who has just got the app. */
export function welcomeCard({ cards: { help } }: Words): AdaptiveCard {
  return adaptiveCard({
    fallbackText: `${help.welcome} ${help.fallback}`,
    body: [sentence(help.welcome, { weight: 'bolder' }), sentence(help.what), ...exampleLines(help.examples)],
    actions: [showCard(help.more, exampleLines(help.moreExamples), [])],
  });
}
