import type { Heard } from '../hear.ts';
import type { Said } from '../partial-request/free-text.ts';
import { isMostly } from './is-mostly.ts';
import type { Tag } from './tag.ts';

const ending =
  /^(?:extend(?:ed)?|stretch|ends?|ending|lasts?|finish(?:es)?|until|till|endet?|enden|bis|verlänger\p{L}*|dauert|finir|finit|finisse|jusqu|termin\p{L}*|acab\p{L}*|hasta|prolong\p{L}*|rallong\p{L}*|alarg\p{L}*)$/u;
const nearTokens = 4;

/** "make it end at 6", "extend that to 7pm": a clock that is the end of something that has a start. */
export function isEnd(said: Said, { tokens }: Heard, tags: readonly Tag[]): boolean {
  const { fact, from } = said;
  if (fact.about !== 'when') return false;
  const saysClockAlone = fact.when.items.every(
    ({ days, weekdays, across, time, hours }) =>
      (days ?? weekdays ?? across) === undefined && (time !== undefined || (hours !== undefined && hours.part === undefined && hours.from === undefined)),
  );
  if (!saysClockAlone) return false;
  return isMostly('end', said, tags) || tokens.slice(Math.max(0, from - nearTokens), from + 1).some(({ text }) => ending.test(text));
}
