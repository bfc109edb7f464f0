import type { Question } from '../../workflows/domain/language/understanding.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, words } from './elements.ts';

const maxChoices = 6;

function questionLines(draftId: string, question: Question): readonly Element[] {
  const asked = line([run(question.message, { weight: 'bolder' })]);
  if (question.choices.length === 0) return [asked];
  return [
    asked,
    ...question.choices.slice(0, maxChoices).map(({ label, value }): Element => ({
      type: 'ActionSet',
      spacing: 'small',
      actions: [
        button(
          label,
          'answer',
          {
            draftId,
            field: question.field,
            value,
            ...(question.quoted === undefined ? {} : { quoted: question.quoted }),
          },
          { associatedInputs: 'none' },
        ),
      ],
    })),
  ];
}

/** The first thing that is open in a request, with choices; an answer in words is as good. The others follow. */
export function questionCard(draftId: string, question: Question): AdaptiveCard {
  return adaptiveCard({
    fallbackText: question.message,
    body: [
      ...questionLines(draftId, question),
      words(
        question.choices.length === 0 ? 'Just write your answer.' : 'Choose, or just write your answer.',
        { isSubtle: true, size: 'small' },
      ),
    ],
  });
}

/** Takes the place of a question that has been answered. */
export function settledCard(sentence: string): AdaptiveCard {
  return adaptiveCard({ fallbackText: sentence, body: [line([run(sentence, { isSubtle: true })])] });
}
