import { moment } from './moments.ts';
import { row } from './row.ts';
import type { DateRule } from './row.ts';

/** `2026-12-02T15:00` (ISO 8601, 5.4), in every language. */
export const isoMoments: readonly DateRule[] = [
  row('<date> t <time>', (_, d, t) =>
    d.form === 'full'
      ? moment(d, { seconds: t.seconds + (t.ambiguous && t.seconds < 3600 ? 43_200 : 0), ambiguous: false })
      : undefined,
  ),
];
