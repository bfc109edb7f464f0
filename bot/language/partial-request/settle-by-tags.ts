import type { Heard } from '../hear.ts';
import type { NamedPerson } from '../meaning/sense.ts';
import { isEnd } from '../parts/ends.ts';
import { isMostly } from '../parts/is-mostly.ts';
import { localTimeOf } from '../parts/local-time.ts';
import type { Tag } from '../parts/tag.ts';
import type { Said } from './free-text.ts';

/** The facts of a wish, where the words around them say that the chart took one thing for another. */
export function settleByTags(heard: Heard, tags: readonly Tag[]): Said[] {
  return heard.said.flatMap((item): Said[] => {
    const { fact } = item;
    if (fact.about === 'when' && heard.context.followsUp && isEnd(item, heard, tags)) {
      const at = localTimeOf(fact.when, 'to');
      return at === undefined ? [item] : [{ ...item, fact: { about: 'endAt', at } }];
    }
    const isName =
      fact.about === 'attendees' &&
      fact.people.every(isUnknownWord) &&
      (isMostly('title', item, tags) || isForWhat(item, heard));
    return isName ? [] : [item];
  });
}

/** "add practice to my calendar", "para cenar": an unknown word that is put somewhere, or is what for. */
function isForWhat({ from, to }: Said, { tokens, context }: Heard): boolean {
  if (context.followsUp) return false;
  const entersCalendar = tokens.slice(to, to + 5).some(({ text }) => calendar.test(text));
  return entersCalendar || /^(?:für|fuer|pour|para)$/.test(tokens[from]?.text ?? '');
}

const calendar = /^(?:calendar|schedule|agenda|diary|kalender|calendrier|calendario)$/;

const isUnknownWord = ({ name, candidates }: NamedPerson): boolean =>
  candidates.length === 0 && !/\p{Lu}/u.test(name);
