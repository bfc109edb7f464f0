import type { Question } from '../language/meaning/understanding.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, words } from './elements.ts';

const maxChoices = 6;

/** A choice such as "Name (address)" has its name on the button and the rest beneath, so that it fits a phone. */
function parts(label: string): { readonly title: string; readonly detail?: string } {
  const [, title, detail] = /^(.+?) \((.+)\)$/.exec(label) ?? [];
  return title === undefined || detail === undefined ? { title: label } : { title, detail };
}

function choice(
  draftId: string,
  { field, quoted }: Question,
  { label, value }: Question['choices'][number],
): readonly Element[] {
  const { title, detail } = parts(label);
  const data = { draftId, field, value, quoted };
  const actions = [button(title, 'answer', data, { associatedInputs: 'none' })];
  const set: Element = { type: 'ActionSet', spacing: 'small', actions };
  return detail === undefined ? [set] : [set, line([run(detail, { isSubtle: true, size: 'small' })])];
}

function questionLines(draftId: string, question: Question): readonly Element[] {
  const asked = line([run(question.message, { weight: 'bolder' })]);
  if (question.choices.length === 0) return [asked];
  return [asked, ...question.choices.slice(0, maxChoices).flatMap((one) => choice(draftId, question, one))];
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
