import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { RecurringSense } from '../sense.ts';

const recurring = (): RecurringSense => ({ kind: 'recurring' });

/** "every Friday", "3pm each day", "weekly": no single date, and not to be taken for one. */
export const englishRecurrences: readonly DateRule[] = [
  row('every|each other|second? <unit>', recurring),
  row('every|each other|second? <weekday>', recurring),
  row('every|each <duration>', recurring),
  row('every|each <part>', recurring),
  row('every|each <date>', recurring),
  row('every|each <moment>', recurring),
  row('every|each <stretch>', recurring),
  row('any weekend|year|week|month', recurring),
  row('one|once|twice a|per <unit>', recurring),
  row('everyday|daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually', recurring),
  row('bi|semi - weekly|monthly|annually|annual', recurring),
  row('<weekday> <part>', (_, w, p) => (w.plural === true || p.plural === true ? recurring() : undefined)),
  row('<weekday>', (_, w) => (w.plural === true ? recurring() : undefined)),
  row('<recurring> at? <time>', recurring),
  row('<recurring> ,? <hours>', recurring),
  row('<time> <recurring>', recurring),
  row('at <time> <recurring>', recurring),
  row('<hours> <recurring>', recurring),
];
