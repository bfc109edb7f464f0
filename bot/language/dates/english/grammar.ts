import { digitLexer } from '../digits.ts';
import { numericDateLexer } from '../numeric-dates.ts';
import { wordLexer } from '../word-lexer.ts';
import { englishBounds } from './bounds.ts';
import { englishClockTimes } from './clock-times.ts';
import { englishCountedDays } from './counted-days.ts';
import { englishDayRanges } from './day-ranges.ts';
import { englishDoubtfulWords } from './doubtful-words.ts';
import { englishDays } from './days.ts';
import { englishDurations } from './durations.ts';
import { englishHours } from './hours.ts';
import { englishHolidays } from './holiday-names.ts';
import { englishMoments } from './moments.ts';
import { englishNumberWords } from './number-words.ts';
import { englishPartsOfPeriods } from './parts-of-periods.ts';
import { englishPeriods } from './periods.ts';
import { englishPortions } from './portions.ts';
import { englishRecurrences } from './recurrences.ts';
import { englishStretches } from './stretches.ts';
import { englishWords } from './words.ts';

const monthNames = new Map(
  englishWords.flatMap(([words, sense]) =>
    sense?.kind === 'month' ? words.split(' ').map((word) => [word, sense.value] as const) : [],
  ),
).set('may', 5);

export const englishLexers = [
  wordLexer(englishWords),
  englishDoubtfulWords,
  englishNumberWords,
  digitLexer,
  numericDateLexer(monthNames),
];

/** Everything that says a date, a time or a duration in English. */
export const englishRules = [
  ...englishDurations,
  ...englishCountedDays,
  ...englishHolidays,
  ...englishDays,
  ...englishPartsOfPeriods,
  ...englishPeriods,
  ...englishPortions,
  ...englishDayRanges,
  ...englishBounds,
  ...englishClockTimes,
  ...englishHours,
  ...englishMoments,
  ...englishRecurrences,
  ...englishStretches,
];
