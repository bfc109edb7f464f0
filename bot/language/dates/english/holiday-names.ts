import { civilOf, mondayOf } from '../civil.ts';
import type { Day } from '../civil.ts';
import { holidays } from '../holidays.ts';
import type { Holiday } from '../holidays.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DatesSense, DateSense, PeriodSense, Reference } from '../sense.ts';

type YearSense = Extract<DatesSense, { kind: 'year' }>;

/** Ways to name each; `day` alone is never part of a row that works without it. */
const names: readonly (readonly [pattern: string, holiday: Holiday])[] = [
  ["new year ' s eve", holidays.newYearsEve],
  ['new years eve', holidays.newYearsEve],
  ["new year ' s day?", holidays.newYear],
  ['new year|years day?', holidays.newYear],
  ['mlk day', holidays.martinLutherKing],
  ['martin luther king day', holidays.martinLutherKing],
  ["valentine ' s day", holidays.valentines],
  ['valentines day?', holidays.valentines],
  ["president|presidents '? s? day", holidays.presidents],
  ["international? women ' s day", holidays.womens],
  ["st|saint .? patrick ' s day", holidays.patricks],
  ['good friday', holidays.goodFriday],
  ['easter day|sunday?', holidays.easter],
  ['easter monday', holidays.easterMonday],
  ["international? worker|workers ' s? day", holidays.workers],
  ['labour day', holidays.workers],
  ["mother|mothers '? s? day", holidays.mothers],
  ['memorial day', holidays.memorial],
  ["father|fathers '? s? day", holidays.fathers],
  ['juneteenth', holidays.juneteenth],
  ['independence day', holidays.independence],
  ['labor day', holidays.labor],
  ['columbus day', holidays.columbus],
  ['halloween', holidays.halloween],
  ['all saints day', holidays.allSaints],
  ['veterans day', holidays.veterans],
  ['thanksgiving day?', holidays.thanksgiving],
  ['black friday', holidays.blackFriday],
  ['cyber monday', holidays.cyberMonday],
  ['christmas|xmas eve', holidays.christmasEve],
  ['christmas|xmas day?', holidays.christmas],
  ['boxing day', holidays.boxing],
  ['ash wednesday', holidays.ashWednesday],
  ['palm sunday', holidays.palmSunday],
  ['pentecost|whitsun', holidays.pentecost],
  ['earth day', holidays.earth],
  ['groundhog day', holidays.groundhog],
  ['cinco de mayo', holidays.cincoDeMayo],
  ["april fools ' ? day?", holidays.aprilFools],
];

function inYear(year: number, holiday: Holiday): DateSense {
  return { kind: 'date', day: holiday(year), form: 'holiday' };
}

function ahead(reference: Reference, holiday: Holiday): DateSense {
  const { year } = civilOf(reference.day);
  return inYear(holiday(year) >= reference.day ? year : year + 1, holiday);
}

function behind(reference: Reference, holiday: Holiday): DateSense {
  const { year } = civilOf(reference.day);
  return inYear(holiday(year) < reference.day ? year : year - 1, holiday);
}

/** The days of a weekend and of the holiday beside it. */
function weekendOf(day: number): { start: number; end: number } {
  const monday = mondayOf(day);
  if (day === monday) return { start: day - 2, end: day + 1 };
  return { start: monday + 5, end: monday + 7 };
}

const weekend = (day: Day): PeriodSense => ({ kind: 'period', ...weekendOf(day), grain: 'weekend' });

function rowsOfHoliday(pattern: string, holiday: Holiday): DateRule[] {
  const plain = (text: string, make: (reference: Reference) => DateSense | PeriodSense): DateRule => ({
    pattern: text,
    make,
  });
  const withYear = (text: string, make: (year: YearSense) => DateSense | PeriodSense): DateRule =>
    row(`${text} <year>` as '<year>', (_, year) => make(year));
  return [
    plain(pattern, (r) => ahead(r, holiday)),
    plain(`${pattern} weekend`, (r) => weekend(ahead(r, holiday).day)),
    plain(`last|past|previous ${pattern}`, (r) => behind(r, holiday)),
    plain(`next|coming|following|upcoming|this ${pattern}`, (r) => ahead(r, holiday)),
    plain(`${pattern} this|of this year`, (r) => inYear(civilOf(r.day).year, holiday)),
    plain(`${pattern} of this year`, (r) => inYear(civilOf(r.day).year, holiday)),
    withYear(`${pattern} ,? of|in?`, ({ value }) => inYear(value, holiday)),
    row(`${pattern} of? <shift> <unit>` as '<shift> <unit>', (r, s, u) =>
      u.value === 'year' && u.plural !== true
        ? inYear(
            civilOf(r.day).year +
              (s.value === 'this' ? 0 : s.value === 'last' || s.value === 'past' ? -1 : 1),
            holiday,
          )
        : undefined,
    ),
    withYear(`${pattern} weekend`, ({ value }) => weekend(holiday(value))),
    row(`${pattern} <year> weekend` as '<year>', (_, { value }) => weekend(holiday(value))),
  ];
}

/** Holidays by name, which may be followed by a year, and the weekends at them. */
export const englishHolidays: readonly DateRule[] = names.flatMap(([pattern, holiday]) =>
  rowsOfHoliday(pattern, holiday),
);
