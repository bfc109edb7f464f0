import type { Heard } from '../hear.ts';
import type { Fact, NamedPerson, WhenSense } from '../meaning/sense.ts';
import { quote } from '../lexicon/names.ts';
import { isMeal } from '../rows/meals.ts';
import { timeWithin } from './time-within.ts';
import type { Said } from '../partial-request/free-text.ts';
import { localTimeOf } from './local-time.ts';
import { isEarlier, isShifting, isSmaller } from './directions.ts';
import type { Part, PartValue } from './part.ts';
import { isEnd } from './ends.ts';
import { isMostly } from './is-mostly.ts';
import type { Tag } from './tag.ts';

/** Parts that dates, lengths, names and rooms make, as the chart found them. */
export function chartParts(heard: Heard, tags: readonly Tag[]): Part[] {
  return heard.said.flatMap((said) =>
    isRemark(said, heard, tags)
      ? []
      : valuesOf(said, heard, tags).map((value) => ({ ...spanOf(said, value), ...value })),
  );
}

const spanOf = (
  { from, to }: Said,
  value: Partial<Part>,
): { readonly from: number; readonly to: number } => ({
  from: value.from ?? from,
  to: value.to ?? to,
});

type Value = PartValue & { readonly from?: number; readonly to?: number };

/** "since Bob is away on Friday": a day within a reason is no time to meet. */
function isRemark(said: Said, { tokens }: Heard, tags: readonly Tag[]): boolean {
  return (['reason', 'note'] as const).some(
    (tag) =>
      isMostly(tag, said, tags) &&
      (tags[said.from - 1] === tag || tags[said.to] === tag) &&
      tokens.slice(said.from, said.to).some(({ text }) => /\p{L}/u.test(text)),
  );
}

function valuesOf(said: Said, heard: Heard, tags: readonly Tag[]): Value[] {
  const { fact } = said;
  switch (fact.about) {
    case 'when':
    case 'prefer':
      return timesOf(said, fact, heard, tags);
    case 'answersBy':
      return [{ kind: 'time', when: fact.when }];
    case 'attendees':
      return isMostly('title', said, tags)
        ? []
        : namedOf(fact.people, said, heard, tags, sideOf(fact.type, said, heard));
    case 'without':
      return [{ kind: 'person', people: fact.people, side: 'out' }];
    case 'replace':
      return [
        { kind: 'person', people: fact.out, side: 'out' },
        { kind: 'person', people: fact.people, side: 'in' },
      ];
    case 'wish':
      return [
        { kind: 'person', people: fact.people.filter(({ self }) => self !== true) },
        { kind: 'time', when: fact.when },
      ];
    case 'avoid':
      return [{ kind: 'time', when: fact.when }];
    case 'duration':
      return isMostly('shift', said, tags) || heard.tokens.some(({ text }) => isShifting(text))
        ? [shiftBy(fact.minutes, heard)]
        : lengthOf(fact.minutes, said, heard);
    case 'endAt':
      return [{ kind: 'end', at: fact.at }];
    case 'longer':
      return [{ kind: 'longer', minutes: fact.minutes }];
    case 'shift':
      return shiftsOf(fact);
    case 'organizer':
      return [{ kind: 'person', people: [fact.person, ...fact.people] }];
    case 'asking':
      return [{ kind: 'asking', asks: fact.asks }];
    case 'online':
      return [{ kind: 'online', online: fact.online }];
    case 'room':
      return [
        {
          kind: 'room',
          room:
            fact.any === true
              ? { kind: 'any', capacity: fact.capacity }
              : { kind: 'named', name: fact.name, rooms: fact.rooms },
        },
      ];
    case 'ranking':
      return fact.ranking === 'earliest' ? [{ kind: 'soonest' }] : [];
    case 'topic':
      return fact.words === undefined ? [] : [{ kind: 'title', words: fact.words }];
    case 'veto':
    case 'timesAsLong':
    case 'options':
    case 'moreOfWish':
    case 'named':
    case 'quorum':
    case 'answersWithin':
    case 'organizerAttends':
    case 'buffer':
    case 'notice':
    case 'confirmation':
    case 'ask':
    case 'unsupported':
    case 'filler':
      return [];
  }
}

function timesOf(
  said: Said,
  fact: Extract<Fact, { about: 'when' | 'prefer' }>,
  heard: Heard,
  tags: readonly Tag[],
): Value[] {
  if (isEnd(said, heard)) {
    const at = localTimeOf(fact.when, 'to');
    if (at !== undefined) return [{ kind: 'end', at }];
  }
  if (isMostly('option', said, tags)) return [];
  const meal = mealIn(said, heard);
  if (meal !== undefined) return meal;
  if (isMostly('title', said, tags) && !saysClock(fact.when)) return [];
  const { tokens, chart } = heard;
  // "à demain" is where to, not from when on.
  const to = /^(?:a|à|al|au)$/.test(tokens[said.from]?.text ?? '')
    ? timeWithin(chart, said.from + 1, said.to)
    : undefined;
  if (to?.to === said.to) return [{ kind: 'time', ...to }];
  const instead = fact.about === 'when' ? fact.except : undefined;
  return [
    { kind: 'time', when: fact.when },
    ...(instead === undefined ? [] : [{ kind: 'time', when: instead, side: 'which' } as const]),
  ];
}

/** "lunch on Wednesday" is the name of a meal, and a day without its hours. */
function mealIn({ from, to }: Said, { tokens, chart, text }: Heard): Value[] | undefined {
  const mealAt = tokens.findIndex((_, at) => at >= from && at < to && isMeal(tokens, at));
  if (mealAt < 0) return undefined;
  const name: Value = {
    kind: 'title',
    words: quote(text, tokens, mealAt, mealAt + 1),
    from: mealAt,
    to: mealAt + 1,
  };
  const rest = timeWithin(chart, mealAt + 1, to) ?? timeWithin(chart, from, mealAt);
  return rest === undefined ? [name] : [name, { kind: 'time', ...rest }];
}

const adding =
  /^(?:add|invite|include|loop|füge?|lade|nimm|ajout\p{L}*|rajout\p{L}*|invit\p{L}*|añad\p{L}*|agreg\p{L}*|incluy\p{L}*|suma|mete)$/u;

/** "add Frank": who comes in, whatever stands beside. */
function sideOf(
  type: 'required' | 'optional',
  { from }: Said,
  { tokens }: Heard,
): 'in' | 'optional' | undefined {
  if (type === 'optional') return 'optional';
  return adding.test(tokens[from]?.text ?? '') ? 'in' : undefined;
}

/** Words in lower case that name nobody are what the meeting is called: "my call with design". */
function namedOf(
  people: readonly NamedPerson[],
  { from, to }: Said,
  { text, tokens }: Heard,
  tags: readonly Tag[],
  side: 'in' | 'optional' | undefined,
): Value[] {
  if (people.some(({ name, candidates }) => candidates.length > 0 || /\p{Lu}/u.test(name)))
    return [{ kind: 'person', people, side }];
  const first = from + 1 < to ? from + 1 : from;
  let end = to;
  while (tags[end] === 'people' || tags[end] === 'title') end += 1;
  return [{ kind: 'title', words: quote(text, tokens, first, end), from, to: end }];
}

const saysClock = ({ items }: WhenSense): boolean =>
  items.some(({ time, weekdays }) => (time ?? weekdays) !== undefined);

/** "an hour more", "shorter by 10 minutes", "2 hours". */
function lengthOf(minutes: number, { from, to }: Said, { tokens }: Heard): Value[] {
  const near = tokens.slice(Math.max(0, from - 3), to + 2).map(({ text }) => text);
  const before = tokens[from - 1]?.text ?? '';
  const own = tokens[from]?.text ?? '';
  const isDifference =
    near.some((word) => comparing.test(word)) ||
    ((joints.test(before) || joints.test(own)) && tokens.some(({ text }) => stretching.test(text)));
  if (!isDifference) return [{ kind: 'length', minutes }];
  return [{ kind: 'longer', minutes: tokens.some(({ text }) => isSmaller(text)) ? -minutes : minutes }];
}

const comparing =
  /^(?:longer|extra|more|additional|another|shorter|less|länger|laenger|mehr|zusätzlich|kürzer|kuerzer|weniger|plus|moins|supplémentaires?|encore|más|mas|menos|adicional(?:es)?)$/;
const joints = /^(?:by|um|de|d|en)$/;
const stretching =
  /^(?:extend|lengthen|stretch|prolong|shorten|cut|trim|reduce|verlänger\w*|verkürz\w*|kürz\w*|rallong\w*|prolong\w*|raccourci\w*|alarg\w*|acort\w*|prolong\w*|reduc\w*)$/;

const shiftBy = (minutes: number, { tokens }: Heard): Value => ({
  kind: 'shift',
  minutes: tokens.some(({ text }) => isEarlier(text)) ? -minutes : minutes,
});

const minutesPerDay = 1440;

function shiftsOf({ direction, days, minutes }: Extract<Fact, { about: 'shift' }>): Value[] {
  const by = minutes ?? (days === undefined ? undefined : days * minutesPerDay);
  return by === undefined ? [] : [{ kind: 'shift', minutes: direction * by }];
}
