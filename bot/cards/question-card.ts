import type { Question } from '../language/meaning/understanding.ts';
import type { Words } from '../words/words.ts';
import { button } from './buttons.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, sentence } from './elements.ts';
import { leftoverLines } from './leftover-lines.ts';

const maxChoices = 6;

/** A choice such as "Name (address)" has its name on the button and the rest beneath, so that it fits a phone. */
function parts(label: string): { readonly title: string; readonly detail?: string } {
  const [, title, detail] = /^(.+?) \((.+)\)$/.exec(label) ?? [];
  return title === undefined || detail === undefined ? { title: label } : { title, detail };
}

/** Times to choose from have words of ours; people and rooms have their names. */
function labelOf({ label, value }: Question['choices'][number], { chat }: Words): string {
  return new Map(Object.entries(chat.choices)).get(value) ?? label;
}

function choiceLines(
  draftId: string,
  { field, quoted }: Question,
  choice: Question['choices'][number],
  words: Words,
): readonly Element[] {
  const { value } = choice;
  const { title, detail } = parts(labelOf(choice, words));
  const data = { draftId, field, value, quoted };
  const actions = [button(title, 'answer', data, { associatedInputs: 'none' })];
  const set: Element = { type: 'ActionSet', spacing: 'small', actions };
  return detail === undefined ? [set] : [set, line([run(detail, { isSubtle: true, size: 'small' })])];
}

function questionLines(draftId: string, question: Question, words: Words): readonly Element[] {
  const asked = line([run(questionText(question, words), { weight: 'bolder' })]);
  if (question.choices.length === 0) return [asked];
  return [
    asked,
    ...question.choices.slice(0, maxChoices).flatMap((one) => choiceLines(draftId, question, one, words)),
  ];
}

function questionText({ code, quoted }: Question, { chat }: Words): string {
  return chat.questions[code](quoted ?? '');
}

/** The words that were not understood, and the first thing that is open in a request, with choices; an answer in words is as good. The others follow. */
export function questionCard(
  draftId: string,
  question: Question,
  leftover: readonly string[],
  words: Words,
): AdaptiveCard {
  const hints = words.cards.question;
  return adaptiveCard({
    fallbackText: questionText(question, words),
    body: [
      ...leftoverLines(leftover, { words }),
      ...questionLines(draftId, question, words),
      sentence(question.choices.length === 0 ? hints.write : hints.chooseOrWrite, {
        isSubtle: true,
        size: 'small',
      }),
    ],
  });
}

/** Takes the place of a question that has been answered. */
export function settledCard(text: string): AdaptiveCard {
  return adaptiveCard({ fallbackText: text, body: [line([run(text, { isSubtle: true })])] });
}
