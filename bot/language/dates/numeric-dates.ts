import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import { dayOf, isDate } from './civil.ts';
import { nextMonthDay } from './month-days.ts';
import type { DatesSense, Reference } from './sense.ts';

interface Part {
  readonly value: number;
  readonly length: number;
  /** A month's name stands here. */
  readonly named: boolean;
}

/** `10/1/2018`, `2016-10-16`, `22/Jan/2019`, `23.04.2022`, `5/12`, `2016 10 16`. */
export function numericDateLexer(monthNames: ReadonlyMap<string, number>): Lexer<DatesSense, Reference> {
  const partAt = (token: Token | undefined): Part | undefined => {
    if (token === undefined) return undefined;
    if (/^\d{1,4}$/.test(token.text)) {
      return { value: Number(token.text), length: token.text.length, named: false };
    }
    const month = monthNames.get(token.text);
    return month === undefined ? undefined : { value: month, length: 3, named: true };
  };
  return (tokens, at, reference) => {
    const first = partAt(tokens[at]);
    const sign = tokens[at + 1];
    const second = partAt(tokens[at + 2]);
    if (first === undefined || sign === undefined || isContinued(tokens, at)) return [];
    const spacedYear = yearFirstWithSpaces(tokens, at);
    if (spacedYear !== undefined) return [spacedYear];
    if (second === undefined || !/^[/.-]$/.test(sign.text) || sign.spaced || tokens[at + 2]?.spaced === true)
      return [];
    const third = partAt(tokens[at + 4]);
    const sign2 = tokens[at + 3];
    if (
      third !== undefined &&
      sign2?.text === sign.text &&
      !sign2.spaced &&
      tokens[at + 4]?.spaced === false
    ) {
      const day = threeParts(first, second, third, reference.dayFirst !== false || sign.text === '.');
      if (day !== undefined) return [{ to: at + 5, sense: { kind: 'date', day, form: 'full' } }];
      return looksLikeDate(first, second, third)
        ? [{ to: at + 5, sense: { kind: 'date', day: reference.day, form: 'full', impossible: true } }]
        : [];
    }
    return twoParts(tokens, at, first, second, sign.text, reference);
  };
}

/** Digits of a phone number, a version or a path are not the beginning of a date. */
function isContinued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const earlier = tokens[at - 2];
  if (token?.spaced !== false || before === undefined) return false;
  if (/^\d+$/.test(before.text)) return true;
  return (
    /^[/.-]$/.test(before.text) &&
    !before.spaced &&
    /^\d{1,3}$/.test(earlier?.text ?? '') &&
    before.text !== '-'
  );
}

/** "30.02.2027", "2027-02-29": written as a date that the calendar does not have. */
function looksLikeDate(a: Part, b: Part, c: Part): boolean {
  const [year, ...others] = a.length === 4 ? [a, b, c] : [c, a, b];
  const isDay = ({ value, named }: Part): boolean => named || (value >= 1 && value <= 31);
  return year.length === 4 && year.value >= 1900 && year.value < 2200 && others.every(isDay);
}

function threeParts(a: Part, b: Part, c: Part, dayFirst: boolean): number | undefined {
  const date = (year: number, month: number, day: number): number | undefined =>
    isDate(year, month, day) ? dayOf(year, month, day) : undefined;
  if (a.length === 4) {
    if (c.named) return date(a.value, c.value, b.value);
    return date(a.value, b.value, c.value);
  }
  const year = c.length === 2 ? fullYear(c.value) : c.length === 4 ? c.value : undefined;
  if (year === undefined) return undefined;
  if (a.named) return date(year, a.value, b.value);
  if (b.named) return date(year, b.value, a.value);
  return dayFirst
    ? (date(year, b.value, a.value) ?? date(year, a.value, b.value))
    : (date(year, a.value, b.value) ?? date(year, b.value, a.value));
}

/** Two digits name the years 1940 to 2039. */
export function fullYear(twoDigits: number): number {
  return twoDigits < 40 ? 2000 + twoDigits : 1900 + twoDigits;
}

function yearFirstWithSpaces(
  tokens: readonly Token[],
  at: number,
): { to: number; sense: DatesSense } | undefined {
  const [year, month, day] = tokens.slice(at, at + 3);
  if (!/^(19|20)\d\d$/.test(year?.text ?? '')) return undefined;
  if (!/^\d\d$/.test(month?.text ?? '') || !/^\d\d$/.test(day?.text ?? '')) return undefined;
  if (tokens[at + 3]?.spaced === false && /^\d/.test(tokens[at + 3]?.text ?? '')) return undefined;
  const [y, m, d] = [Number(year?.text), Number(month?.text), Number(day?.text)];
  return isDate(y, m, d)
    ? { to: at + 3, sense: { kind: 'date', day: dayOf(y, m, d), form: 'full' } }
    : undefined;
}

function twoParts(
  tokens: readonly Token[],
  at: number,
  first: Part,
  second: Part,
  sign: string,
  reference: Reference,
): { to: number; sense: DatesSense }[] {
  const next = tokens[at + 3];
  const goesOn =
    next !== undefined && !next.spaced && /^\d|^[/.]$/.test(next.text) && tokens[at + 4]?.spaced === false;
  if (goesOn && /^\d/.test(tokens[at + 4]?.text ?? '')) return [];
  if (sign !== '-' || first.named || second.named) {
    const dayFirst = second.named || (!first.named && readsDayFirst(reference, first.value, second.value));
    const [month, day] = dayFirst ? [second, first] : [first, second];
    if (day.length <= 2 && month.length <= 3) {
      const swapped = month.value > 12 && !month.named;
      const [m, d] = swapped ? [day.value, month.value] : [month.value, day.value];
      const found = nextMonthDay(reference, m, d);
      if (found === undefined) {
        // "31/11" is a date that does not exist, "31/30" is none.
        const isDate = sign === '/' && m >= 1 && m <= 12 && d >= 29 && d <= 31;
        const sense = { kind: 'date', day: reference.day, form: 'monthDay', impossible: true } as const;
        return isDate ? [{ to: at + 3, sense }] : [];
      }
      const sense: DatesSense = { kind: 'date', day: found, form: 'monthDay', month: m, dayOfMonth: d };
      if (sign === '.' && !first.named && !second.named)
        return [{ to: at + 3, sense: { ...sense, kind: 'dotted' } }];
      return [{ to: at + 3, sense }];
    }
  }
  return [];
}

/** A date so near is rather meant than one so far ahead. */
const nearDays = 60;
const farDays = 90;

/** "12/3": where only likely the day comes first, the reading that is much nearer wins. */
function readsDayFirst(reference: Reference, first: number, second: number): boolean {
  if (reference.dayFirst !== 'likely') return reference.dayFirst;
  const dayFirst = nextMonthDay(reference, second, first) ?? Infinity;
  const monthFirst = nextMonthDay(reference, first, second) ?? Infinity;
  return !(dayFirst > reference.day + farDays && monthFirst <= reference.day + nearDays);
}
