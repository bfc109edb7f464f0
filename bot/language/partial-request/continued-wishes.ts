import type { Token } from '../grammar/token.ts';
import { endsBefore } from './free-text.ts';
import type { Said } from './free-text.ts';
import type { NamedPerson, WhenSense } from '../meaning/sense.ts';

/**
 * "Bob cannot meet on Monday. Tuesday." — a sentence of days alone goes on with the wish
 * before it; "she prefers mornings" is the wish of whom was named last. */
export function continueWishes(said: readonly Said[], text: string, tokens: readonly Token[]): Said[] {
  let afterWish = false;
  let people: readonly NamedPerson[] = [];
  return said.map((item) => {
    const { fact, from, to } = item;
    if (fact.about === 'wish' && isPronoun(fact.people)) {
      afterWish = true;
      const meant = fact.people[0]?.name === 'pronouns' ? people : people.slice(-1);
      return { ...item, fact: { ...fact, people: meant } };
    }
    if (fact.about === 'attendees' || fact.about === 'wish') people = fact.people;
    if (fact.about === 'when' && afterWish && areDays(fact.when) && isSentence(from, to, text, tokens)) {
      return { ...item, fact: { about: 'moreOfWish', when: fact.when } };
    }
    if (fact.about !== 'filler') afterWish = fact.about === 'wish' && !fact.only;
    return item;
  });
}

/** Only days of the week go on; "next week" is when to meet. */
const areDays = ({ items }: WhenSense): boolean => items.every(({ weekdays }) => weekdays !== undefined);

const isPronoun = ([first]: readonly NamedPerson[]): boolean =>
  first?.name === 'pronoun' || first?.name === 'pronouns';

function isSentence(from: number, to: number, text: string, tokens: readonly Token[]): boolean {
  const begins = from === 0 || endsBefore(text, tokens, from - 1) || endsBefore(text, tokens, from);
  return begins && endsBefore(text, tokens, to);
}
