import { actFeatures } from '../language/acts/features.ts';
import { plainWords, symbols } from '../language/acts/symbols.ts';
import { hear } from '../language/hear.ts';
import { acts } from '../language/meaning/act.ts';
import type { UnderstandInput } from '../language/meaning/understanding.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { Lesson } from './learn-weights.ts';
import type { LearnedSentence } from './sentences.ts';

const person = (name: string): Person => ({
  id: personId(`id-${name.toLowerCase().replaceAll(' ', '-')}`),
  displayName: name,
  mail: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.com`,
  timeZone: 'Europe/London',
});

/** Whom our own sentences name, so that names are read as names. */
export function peopleNamed(sentences: readonly LearnedSentence[]): readonly Person[] {
  const names = new Set<string>();
  for (const { marked = '' } of sentences)
    for (const [, words = ''] of marked.matchAll(/\{w?(?:people|add|remove|optional)\|([^{}]*)\}/g))
      if (/^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(words)) names.add(words);
  return [...names].map(person);
}

/** What a sentence is heard with while learning: a Wednesday in London, nobody in the chat. */
export function inputFor(sentence: LearnedSentence, directory: readonly Person[]): UnderstandInput {
  return {
    text: sentence.text,
    locale: sentence.language,
    now: '2026-12-02T10:00:00.000Z',
    timeZone: 'Europe/London',
    sender: person('Sam Sender'),
    directory,
    rooms: [],
    members: [],
    mentions: [],
  };
}

/** A sentence as a lesson in acts. */
export function actLesson(sentence: LearnedSentence, directory: readonly Person[], buckets: number): Lesson {
  const { tokens, chart } = hear(inputFor(sentence, directory));
  // A meeting that stands is no open question: the corpora cannot tell it from nothing.
  const pending = sentence.pending === 'booked' ? 'nothing' : sentence.pending;
  const found = actFeatures({ words: plainWords(tokens), symbols: symbols(tokens, chart), pending }, buckets);
  return { found: [...found], right: sentence.acts.map((act) => acts.indexOf(act)) };
}
