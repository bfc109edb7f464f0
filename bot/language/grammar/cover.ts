import type { Finding } from './chart.ts';
import type { AnySense } from './rule.ts';

/**
 * Chooses findings that do not overlap and together are worth most. `worth` is 0 for what may not stand alone.
 * Of equals the earlier and longer finding wins.
 */
export function bestCover<Sense extends AnySense>(
  chart: readonly (readonly Finding<Sense>[])[],
  worth: (finding: Finding<Sense>) => number,
): Finding<Sense>[] {
  const best: number[] = new Array<number>(chart.length + 1).fill(0);
  const choice: (Finding<Sense> | undefined)[] = chart.map(() => undefined);
  for (let at = chart.length - 1; at >= 0; at -= 1) {
    best[at] = best[at + 1] ?? 0;
    for (const finding of chart[at] ?? []) {
      const own = worth(finding);
      if (own <= 0) continue;
      const total = own + (best[finding.to] ?? 0);
      if (total > (best[at] ?? 0)) {
        best[at] = total;
        choice[at] = finding;
      }
    }
  }
  const chosen: Finding<Sense>[] = [];
  for (let at = 0; at < chart.length;) {
    const finding = choice[at];
    if (finding === undefined) {
      at += 1;
    } else {
      chosen.push(finding);
      at = finding.to;
    }
  }
  return chosen;
}
