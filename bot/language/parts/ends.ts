import type { Heard } from '../hear.ts';
import type { Said } from '../partial-request/free-text.ts';

const ending =
  /^(?:extend(?:ed)?|stretch|ends?|ending|wrap(?:ped)?|done|over|out|stop|close|lasts?|finish(?:es)?|until|till|endet?|enden|bis|verlänger\p{L}*|dauert|finir|finit|finisse|jusqu|termin\p{L}*|acab\p{L}*|hasta|prolong\p{L}*|rallong\p{L}*|alarg\p{L}*)$/u;
const nearTokens = 4;

/** "make it end at 6", "extend that to 7pm": a clock that is the end of something that has a start. */
export function isEnd(said: Said, { tokens }: Heard): boolean {
  const { fact, from } = said;
  if (fact.about !== 'when') return false;
  const saysClockAlone = fact.when.items.every(
    ({ days, weekdays, across, time, hours }) =>
      (days ?? weekdays ?? across) === undefined &&
      (time !== undefined || (hours !== undefined && hours.part === undefined && hours.from === undefined)),
  );
  if (!saysClockAlone) return false;
  // "at 10:30" alone is when it begins.
  return tokens.slice(Math.max(0, from - nearTokens), from + 1).some(({ text }) => ending.test(text));
}
