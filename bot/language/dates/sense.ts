import type { Day } from './civil.ts';

/** A point of the local calendar and clock; `seconds` since midnight. */
export interface LocalPoint {
  readonly day: Day;
  readonly seconds: number;
}

/** A time of day; `ambiguous` when a 12-hour clock without am or pm was read: then `seconds` is before noon. */
export interface ClockTime {
  readonly seconds: number;
  readonly ambiguous: boolean;
}

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'businessDay'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

export type PartOfDay =
  | 'morning'
  | 'earlyMorning'
  | 'lateMorning'
  | 'afternoon'
  | 'earlyAfternoon'
  | 'lateAfternoon'
  | 'evening'
  | 'earlyEvening'
  | 'lateEvening'
  | 'night'
  | 'breakfast'
  | 'lunch'
  | 'dinner'
  | 'daytime'
  | 'workingHours';

/** How a bound was said: "before Friday", "by Friday", "after", "since". */
export type Bound = 'before' | 'by' | 'after' | 'since';

/** How a date was said, which decides what may be added to it. */
type DateForm = 'full' | 'monthDay' | 'dayOfMonth' | 'weekday' | 'weekdayOfWeek' | 'relative' | 'holiday';

export interface DateSense {
  readonly kind: 'date';
  readonly day: Day;
  readonly form: DateForm;
  /** Of the words themselves, where the form leaves them open: 1 to 12, 1 to 31, 0 (Monday) to 6. */
  readonly month?: number;
  readonly dayOfMonth?: number;
  readonly weekday?: number;
  /** The calendar has no such date: 30 February. */
  readonly impossible?: boolean;
  readonly approximate?: boolean;
}

/** Whole days: `start` to `end`, the end excluded; an absent side is open. */
export interface PeriodSense {
  readonly kind: 'period';
  readonly start?: Day;
  readonly end?: Day;
  readonly grain: Unit;
  /** The last day that is meant, where the words include it: "Mon to Wed". */
  readonly through?: Day;
  /** "after Friday": the days wanted begin here. */
  readonly startExcluded?: Day;
  /** A bare month without a year can take one: 1 to 12. */
  readonly month?: number;
  readonly yearless?: boolean;
  readonly bound?: Bound;
  /** "early", "mid", "late" or a half of the period. */
  readonly portion?: 'early' | 'mid' | 'late' | 'firstHalf' | 'secondHalf' | 'rest';
  /** Of which whole period `portion` is. */
  readonly whole?: { readonly start: Day; readonly end: Day };
  readonly unresolved?: boolean;
  readonly relative?: boolean;
}

export interface TimeSense extends ClockTime {
  readonly kind: 'time';
  readonly approximate?: boolean;
  /** "at 7": the preposition is what makes it a time, so that it belongs to it. */
  readonly prefixed?: boolean;
}

/** A number that is a time only beside something that wants one: "at 7", "from 9", "9.30". */
export interface HourSense extends ClockTime {
  readonly kind: 'hour';
  /** Four digits: "0900", which beside another one is a clock. */
  readonly fourDigits?: boolean;
}

/** Hours of a day; an absent side is open. `to` before `from` runs past midnight. */
export interface HoursSense {
  readonly kind: 'hours';
  readonly from?: ClockTime;
  readonly to?: ClockTime;
  readonly part?: PartOfDay;
  readonly bound?: Bound;
  /** How the two sides were joined: "2 to 3" may be the meeting itself, "between 9 and 5" is a window. */
  readonly joint?: 'to' | 'between' | 'for';
  /** Both sides are bare numbers: "6-8", which needs a date beside it. */
  readonly bare?: boolean;
}

/** "6-8" */
interface HourRangeSense {
  readonly kind: 'hourRange';
  readonly from: ClockTime;
  readonly to: ClockTime;
}

export interface MomentSense extends LocalPoint {
  readonly kind: 'moment';
  /** 0 to 6, where only a weekday was named. */
  readonly weekday?: number;
  /** "3pm on Monday": further days that follow have this time too. */
  readonly timeFirst?: boolean;
  readonly ambiguous: boolean;
  readonly now?: boolean;
  readonly approximate?: boolean;
  readonly impossible?: boolean;
  readonly endOfDay?: boolean;
}

/** Hours of one day, or a stretch across days; an absent side is open. */
export type StretchSense =
  | {
      readonly kind: 'stretch';
      readonly day: Day;
      readonly hours: HoursSense;
      /** 0 to 6, where only a weekday was named. */
      readonly weekday?: number;
      /** "by Thursday noon" is any time until then, "after Thursday noon" any time from then on. */
      readonly open?: 'until' | 'from';
      /** "9 to 5 on Monday": further days that follow have these hours too. */
      readonly hoursFirst?: boolean;
    }
  | { readonly kind: 'stretch'; readonly start: LocalPoint; readonly end: LocalPoint };

export interface DurationSense {
  readonly kind: 'duration';
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  readonly unit: Unit;
  readonly count: number;
  readonly comparison?: 'more' | 'less';
  /** "3 days" written with a number; "all day" is not. */
  readonly counted: boolean;
}

/** Words that are only parts of expressions. */
type WordSense =
  | { readonly kind: 'number'; readonly value: number; readonly digits?: string }
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'year'; readonly value: number }
  | { readonly kind: 'shortYear'; readonly value: number }
  | { readonly kind: 'month'; readonly value: number; readonly abbreviated?: boolean }
  | { readonly kind: 'weekday'; readonly value: number; readonly plural?: boolean }
  | { readonly kind: 'unit'; readonly value: Unit; readonly plural?: boolean }
  | { readonly kind: 'shift'; readonly value: Shift }
  | { readonly kind: 'part'; readonly value: PartOfDay; readonly plural?: boolean }
  | { readonly kind: 'meridiem'; readonly pm: boolean }
  | { readonly kind: 'edge'; readonly value: 'early' | 'mid' | 'late' }
  | (Omit<DateSense, 'kind'> & { readonly kind: 'dotted' })
  | { readonly kind: 'to' }
  | {
      readonly kind: 'clock';
      readonly seconds: number;
      readonly ambiguous: boolean;
      readonly certain: boolean;
    }
  | { readonly kind: 'weekdays'; readonly values: readonly number[]; readonly part?: PartOfDay };

/** "next", "this", "last" name the neighbour in the calendar; "coming" and "past" the nearest one. */
export type Shift = 'next' | 'this' | 'last' | 'coming' | 'past' | 'following';

/** "every Friday": understood so that it is not taken for one Friday. */
export interface RecurringSense {
  readonly kind: 'recurring';
}

export type DatesSense =
  | DateSense
  | PeriodSense
  | TimeSense
  | HourSense
  | HoursSense
  | HourRangeSense
  | MomentSense
  | StretchSense
  | DurationSense
  | RecurringSense
  | WordSense;

/** The local date and time that "today" and "now" mean. */
export interface Reference {
  readonly day: Day;
  readonly seconds: number;
  /** `5/12` is 5 December. */
  readonly dayFirst: boolean | 'likely';
  /** Whether a month and day without a year may mean today. */
  readonly todayCounts: boolean;
  /** Whether a weekday that is today's means today, or a week from now. */
  readonly weekdayMayBeToday: boolean;
  /** Whether "09:30" and "0930" are before noon; absent: they may be either. "9:30" always may. */
  readonly zeroMeansMorning?: boolean;
  /** Whether minutes beside a clock may be how long to meet: "30 minutes after 3". Absent: they are not. */
  readonly minutesMayBeLength?: boolean;
  /** The day that is being talked about: "same day", "that week". Absent: today. */
  readonly thatDay?: Day;
}
