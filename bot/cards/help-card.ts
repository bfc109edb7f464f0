import type { AdaptiveCard } from './elements.ts';
import { adaptiveCard, line, run, words } from './elements.ts';

const examples: readonly (readonly [string, string])[] = [
  ['Schedule', '“45 min with Bob and Carol next week about the Q3 budget”'],
  ['Look', '“what is pending”, “my meetings”, “how is the budget meeting going?”'],
  ['Act', '“remind them”, “move the budget meeting to Thursday”, “confirm it”, “cancel it”'],
];

/** What Assent does and what to write first. */
export function helpCard(): AdaptiveCard {
  return adaptiveCard({
    fallbackText:
      'Tell me what to schedule, for example: 45 min with Bob and Carol next week about the Q3 budget.',
    body: [
      words('I find a time, ask everybody for their approval, and book the meeting when they agree.', {
        weight: 'bolder',
      }),
      ...examples.map(([name, example]) => line([run(`${name}: `, { weight: 'bolder' }), run(example)])),
      words('In a group chat, mention me; “with everyone” are its members.', { isSubtle: true }),
    ],
  });
}
