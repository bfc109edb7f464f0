import type { Heard } from '../hear.ts';
import type { WhenSense } from '../meaning/sense.ts';

/** The longest time that the chart found between two tokens, and where. */
export function timeWithin(
  chart: Heard['chart'],
  from: number,
  end: number,
): { readonly when: WhenSense; readonly from: number; readonly to: number } | undefined {
  let longest: { readonly when: WhenSense; readonly from: number; readonly to: number } | undefined;
  for (let at = from; at < end; at += 1)
    for (const { to, sense } of chart[at] ?? []) {
      if (to > end || sense.kind !== 'fact' || sense.fact.about !== 'when') continue;
      if (longest === undefined || to - at > longest.to - longest.from)
        longest = { when: sense.fact.when, from: at, to };
    }
  return longest;
}
