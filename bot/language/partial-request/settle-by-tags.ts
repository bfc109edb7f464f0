import type { Heard } from '../hear.ts';
import type { NamedPerson } from '../meaning/sense.ts';
import { isEnd } from '../parts/ends.ts';
import { isMostly } from '../parts/is-mostly.ts';
import { localTimeOf } from '../parts/local-time.ts';
import type { Tag } from '../parts/tag.ts';
import { isMeal } from '../rows/meals.ts';
import type { Said } from './free-text.ts';

/** The facts of a wish, where the words around them say that the chart took one thing for another. */
export function settleByTags(heard: Heard, tags: readonly Tag[]): Said[] {
  return heard.said.flatMap((item): Said[] => {
    const { fact } = item;
    if (fact.about === 'when' && heard.context.followsUp && isEnd(item, heard)) {
      const at = localTimeOf(fact.when, 'to');
      return at === undefined ? [item] : [{ ...item, fact: { about: 'endAt', at } }];
    }
    if (fact.about === 'online' && isDenied(heard.tokens[item.from - 1]?.text, heard.said)) return [];
    if (fact.about === 'when' && isMostly('title', item, tags) && saysOtherTime(item, heard, tags)) return [];
    const isName =
      fact.about === 'attendees' &&
      fact.people.every(isUnknownWord) &&
      (isMostly('title', item, tags) || isForWhat(item, heard));
    return isName ? [] : [item];
  });
}

const instead = /^(?:statt|of|than|que|qu|de|not|nicht|pas|no)$/;

/** "online instead of in person": of two places the other one. */
const isDenied = (before: string | undefined, said: readonly Said[]): boolean =>
  instead.test(before ?? '') && said.filter(({ fact }) => fact.about === 'online').length > 1;

/** "parents' evening, 26 November": a part of the day in a name, where the time is told beside it. */
const saysOtherTime = (item: Said, { said, tokens }: Heard, tags: readonly Tag[]): boolean =>
  isPartOfDay(item) &&
  !tokens.some((_, at) => item.from <= at && at < item.to && isMeal(tokens, at)) &&
  said.some((other) => other !== item && other.fact.about === 'when' && !isMostly('title', other, tags));

/** "add practice to my calendar", "para cenar": an unknown word that is put somewhere, or is what for. */
function isForWhat({ from, to }: Said, { tokens, context }: Heard): boolean {
  if (context.followsUp) return false;
  const entersCalendar = tokens.slice(to, to + 5).some(({ text }) => calendar.test(text));
  return entersCalendar || /^(?:für|fuer|pour|para)$/.test(tokens[from]?.text ?? '');
}

const calendar = /^(?:calendar|schedule|agenda|diary|kalender|calendrier|calendario)$/;

const isUnknownWord = ({ name, candidates }: NamedPerson): boolean =>
  candidates.length === 0 && !/\p{Lu}/u.test(name);

const isPartOfDay = ({ fact }: Said): boolean =>
  fact.about === 'when' &&
  fact.when.items.every(
    ({ days, weekdays, hours }) => (days ?? weekdays) === undefined && hours?.part !== undefined,
  );
