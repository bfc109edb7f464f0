import type { Heard } from '../hear.ts';
import type { WhenSense } from '../meaning/sense.ts';
import type { Part } from './part.ts';

const joint = /^(?:to|till|until|auf|bis|à|au|a|al|hasta|-|>)$/;
const target = /^(?:to|for|till|until|auf|für|à|au|pour|a|al|para|on|at|um|am|into)$/;

const source = /^(?:from|von|vom|ab|de|du|del|desde|d)$/;

/** "from 2 to 4 today": both are today's. */
function withDaysOf(before: WhenSense, after: WhenSense): WhenSense {
  const [last] = after.items;
  if (last?.hoursFirst !== true) return before;
  const { days, weekdays } = last;
  const items = before.items.map((item) =>
    (item.days ?? item.weekdays ?? item.across) === undefined ? { ...item, days, weekdays } : item,
  );
  return { ...before, items };
}

/**
 * "from Thursday to Friday at 11", "my 3pm to 4pm": of what is moved the two sides of a range are two times, unless
 * the range itself is where to: "to 2 to 3pm".
 */
export function splitTimes(parts: readonly Part[], { tokens, chart }: Heard): Part[] {
  const timeAt = (from: number, end: number): { when: WhenSense; from: number } | undefined => {
    for (let at = from; at < end; at += 1)
      for (const { to, sense } of chart[at] ?? [])
        if (to === end && sense.kind === 'fact' && sense.fact.about === 'when')
          return { when: sense.fact.when, from: at };
    return undefined;
  };
  return parts.flatMap((part): Part[] => {
    if (part.kind !== 'time') return [part];
    const isTarget =
      target.test(tokens[part.from]?.text ?? '') || target.test(tokens[part.from - 1]?.text ?? '');
    if (isTarget) return [part];
    for (let at = part.from + 1; at < part.to - 1; at += 1) {
      if (!joint.test(tokens[at]?.text ?? '')) continue;
      const begin = source.test(tokens[part.from]?.text ?? '') ? part.from + 1 : part.from;
      const [before, after] = [timeAt(begin, at) ?? timeAt(part.from, at), timeAt(at + 1, part.to)];
      if (before === undefined || after === undefined) continue;
      return [
        { ...part, when: withDaysOf(before.when, after.when), from: before.from, to: at, side: 'which' },
        { ...part, when: after.when, from: at + 1, side: 'to' },
      ];
    }
    return [part];
  });
}
