import { dayOf, monthStart, weekdayOf } from './civil.ts';
import type { Day } from './civil.ts';

/** The date of Easter in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The n-th weekday (0 is Monday) of a month; negative counts from its end. */
function nth(year: number, month: number, weekday: number, n: number): Day {
  if (n > 0) {
    const start = monthStart(year, month);
    return start + ((weekday - weekdayOf(start) + 7) % 7) + 7 * (n - 1);
  }
  const last = monthStart(year, month + 1) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (n + 1);
}

/** A holiday's date in a year. */
export type Holiday = (year: number) => Day;

const fixed =
  (month: number, day: number): Holiday =>
  (year) =>
    dayOf(year, month, day);

export const holidays = {
  newYear: fixed(1, 1),
  newYearsEve: fixed(12, 31),
  martinLutherKing: (year) => nth(year, 1, 0, 3),
  valentines: fixed(2, 14),
  presidents: (year) => nth(year, 2, 0, 3),
  womens: fixed(3, 8),
  patricks: fixed(3, 17),
  groundhog: fixed(2, 2),
  aprilFools: fixed(4, 1),
  earth: fixed(4, 22),
  cincoDeMayo: fixed(5, 5),
  ashWednesday: (year) => easterOf(year) - 46,
  palmSunday: (year) => easterOf(year) - 7,
  pentecost: (year) => easterOf(year) + 49,
  goodFriday: (year) => easterOf(year) - 2,
  easter: easterOf,
  easterMonday: (year) => easterOf(year) + 1,
  workers: fixed(5, 1),
  mothers: (year) => nth(year, 5, 6, 2),
  memorial: (year) => nth(year, 5, 0, -1),
  ascension: (year) => easterOf(year) + 39,
  whitMonday: (year) => easterOf(year) + 50,
  fathers: (year) => nth(year, 6, 6, 3),
  juneteenth: fixed(6, 19),
  independence: fixed(7, 4),
  labor: (year) => nth(year, 9, 0, 1),
  columbus: (year) => nth(year, 10, 0, 2),
  halloween: fixed(10, 31),
  allSaints: fixed(11, 1),
  veterans: fixed(11, 11),
  thanksgiving: (year) => nth(year, 11, 3, 4),
  blackFriday: (year) => nth(year, 11, 3, 4) + 1,
  cyberMonday: (year) => nth(year, 11, 3, 4) + 4,
  christmasEve: fixed(12, 24),
  christmas: fixed(12, 25),
  boxing: fixed(12, 26),
} satisfies Record<string, Holiday>;
