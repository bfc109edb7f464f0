import type { Token } from '../grammar/token.ts';
import type { ClockTime } from '../dates/sense.ts';
import type { Said } from '../partial-request/free-text.ts';
import { quote } from '../lexicon/names.ts';
import type { Fact, NamedPerson, WhenItem, WhenSense } from '../meaning/sense.ts';

const hasDays = ({ items }: WhenSense): boolean =>
  items.some(
    ({ days, weekdays, across }) => days !== undefined || weekdays !== undefined || across !== undefined,
  );

/** "before the 3rd, ideally Monday": the best of the days wanted; alone, the day wanted. */
export function settlePreferences(said: readonly Said[], me: NamedPerson): Said[] {
  return said.flatMap((item) => {
    const { fact } = item;
    if (fact.about !== 'prefer') return [item];
    const others = said.filter(({ fact: other }) => other.about === 'when' && hasDays(other.when));
    if (others.length === 0) return [{ ...item, fact: { about: 'when', when: fact.when } }];
    const { best, limit } = withoutLimit(fact.when);
    const wish: Fact = { about: 'wish', people: [me], when: best, strength: 'soft', only: true };
    const hours: Said[] = limit === undefined ? [] : [{ ...item, fact: { about: 'when', when: limit } }];
    return [{ ...item, fact: wish }, ...hours];
  });
}

/** Of "ideally Tuesday, no later than 5" the hour is for all days. */
function withoutLimit(when: WhenSense): { readonly best: WhenSense; readonly limit?: WhenSense } {
  const hours = when.items[0]?.hours;
  if (!hasDays(when) || hours === undefined || hours.part !== undefined) return { best: when };
  if (hours.bound !== 'by' && hours.bound !== 'since') return { best: when };
  const items = when.items.map(({ hours: _hours, ...days }) => days);
  return { best: { ...when, items }, limit: { ...when, items: [{ hours }] } };
}

/** All times that were said, of a repeated meeting those of its first. */
export function timesOf(said: readonly Said[], tokens: readonly Token[]): WhenSense[] {
  const times = said.flatMap(({ fact }) =>
    (fact.about === 'when' || fact.about === 'unsupported') && fact.when !== undefined ? [fact.when] : [],
  );
  const pm = partOfMeal(tokens);
  return pm === undefined ? times : times.map((when) => ({ ...when, items: when.items.map(settled(pm)) }));
}

/** Words of a day that the calendar does not have. */
export function impossibleOf(
  said: readonly Said[],
  text: string,
  tokens: readonly Token[],
): string | undefined {
  const item = said.find(
    ({ fact }) => fact.about === 'when' && fact.when.items.some(({ impossible }) => impossible === true),
  );
  return item === undefined
    ? undefined
    : quote(text, tokens, item.from, item.to).replace(/^(?:(?:on|for|the|by)\s+)+/i, '');
}

/** Dinner is after noon and breakfast before: "dinner with Hiro at 7"; "before dinner" tells nothing. */
function partOfMeal(tokens: readonly Token[]): boolean | undefined {
  for (const [at, { text }] of tokens.entries()) {
    if (/^(?:before|after|until|till)$/.test(tokens[at - 1]?.text ?? '')) continue;
    if (/^(?:dinner|supper|drinks|beer|beers|pub|cocktails|evening|tonight)$/.test(text)) return true;
    if (/^(?:breakfast|brekkie)$/.test(text)) return false;
  }
  return undefined;
}

const noon = 12 * 3600;

const settled =
  (pm: boolean) =>
  (item: WhenItem): WhenItem => {
    const settle = <Clock extends ClockTime>(clock: Clock): Clock =>
      clock.ambiguous && clock.seconds < noon
        ? { ...clock, seconds: clock.seconds + (pm ? noon : 0), ambiguous: false }
        : clock;
    const { time, hours } = item;
    return {
      ...item,
      ...(time === undefined ? {} : { time: settle(time) }),
      ...(hours === undefined
        ? {}
        : {
            hours: {
              ...hours,
              ...(hours.from === undefined ? {} : { from: settle(hours.from) }),
              ...(hours.to === undefined ? {} : { to: settle(hours.to) }),
            },
          }),
    };
  };
