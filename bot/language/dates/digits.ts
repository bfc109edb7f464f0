import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { DatesSense, HourSense, Reference } from './sense.ts';

const isDigits = (token: Token | undefined): token is Token =>
  token !== undefined && /^\d+$/.test(token.text);
const isGlued = (token: Token | undefined, text: string): boolean => token?.text === text && !token.spaced;

/** Whether the digits at `at` continue something like `37.` or `12:` or `$`, so that they are no number of their own. */
function continues(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]?.spaced !== false) return false;
  if (/^[$€£#]$/.test(before.text)) return true;
  return /^[.,:]$/.test(before.text) && isDigits(tokens[at - 2]) && !before.spaced;
}

/** `8`, `2.5`, `½`, `2nd`, `1999`, `'87`, `0730`, `9:30`, `9.30`, `9:30:15`. */
export const digitLexer: Lexer<DatesSense, Reference> = (tokens, at, { zeroMeansMorning }) => {
  const token = tokens[at];
  if (token === undefined) return [];
  if (token.text === '½') return [{ to: at + 1, sense: { kind: 'number', value: 0.5 } }];
  if (token.text === "'" && isDigits(tokens[at + 1]) && tokens[at + 1]?.text.length === 2) {
    return [{ to: at + 2, sense: { kind: 'shortYear', value: Number(tokens[at + 1]?.text) } }];
  }
  if (!isDigits(token) || token.text.length > 6) return [];
  if (continues(tokens, at)) return [];
  const found: { to: number; sense: DatesSense }[] = [];
  const value = Number(token.text);
  const isMorning = zeroMeansMorning === true && token.text.startsWith('0');
  const clock = clockAt(tokens, at, isMorning);
  if (clock !== undefined) found.push(clock);
  const decimal = decimalAt(tokens, at);
  if (decimal !== undefined) found.push(decimal);
  const colon = isGlued(tokens[at + 1], ':') && isDigits(tokens[at + 2]) && tokens[at + 2]?.spaced === false;
  if (colon) return found;
  const suffix = tokens[at + 1];
  if (suffix !== undefined && !suffix.spaced && /^(st|nd|rd|th)$/.test(suffix.text)) {
    found.push({ to: at + 2, sense: { kind: 'ordinal', value } });
    return found;
  }
  found.push({ to: at + 1, sense: { kind: 'number', value, digits: token.text } });
  if (token.text.length === 4 && value >= 1500 && value < 2200) {
    found.push({ to: at + 1, sense: { kind: 'year', value } });
  }
  if (token.text.length <= 2 && value <= 24) {
    found.push({
      to: at + 1,
      sense: hourOf(value, 0, token.text.length === 2 && token.text.startsWith('0')),
    });
  } else if (/^\d{4}$/.test(token.text)) {
    const hours = Math.floor(value / 100);
    if (hours <= 24 && value % 100 < 60 && !(value >= 1900 && value < 2100)) {
      found.push({ to: at + 1, sense: { ...hourOf(hours, value % 100, isMorning), fourDigits: true } });
    }
  }
  return found;
};

function hourOf(hours: number, minutes: number, leadingZero: boolean): HourSense {
  const ambiguous = hours >= 1 && hours <= 12 && !leadingZero;
  return { kind: 'hour', seconds: ((ambiguous ? hours % 12 : hours) * 60 + minutes) * 60, ambiguous };
}

function clockAt(
  tokens: readonly Token[],
  at: number,
  isMorning: boolean,
): { to: number; sense: DatesSense } | undefined {
  const [hours, sign, minutes, sign2, seconds] = tokens.slice(at, at + 5);
  if (hours === undefined || sign === undefined || minutes === undefined) return undefined;
  if (!/^[:.]$/.test(sign.text) || sign.spaced || minutes.spaced || !/^\d\d$/.test(minutes.text))
    return undefined;
  if (hours.text.length > 2 || Number(hours.text) > 24 || Number(minutes.text) > 59) return undefined;
  const hasSeconds =
    sign2?.text === ':' && seconds !== undefined && /^\d\d$/.test(seconds.text) && !seconds.spaced;
  const value = Number(hours.text);
  const total = Number(minutes.text) * 60 + (hasSeconds ? Number(seconds.text) : 0);
  const ambiguous = value >= 1 && value <= 12 && !isMorning;
  const time = { seconds: (ambiguous ? value % 12 : value) * 3600 + total, ambiguous };
  if (hasSeconds) return { to: at + 5, sense: { kind: 'time', ...time } };
  if (sign.text === ':') return { to: at + 3, sense: { kind: 'time', ...time } };
  const more = tokens[at + 3];
  if (more?.text === '.' && !more.spaced && isDigits(tokens[at + 4]) && tokens[at + 4]?.spaced === false)
    return undefined;
  return { to: at + 3, sense: { kind: 'hour', ...time } };
}

function decimalAt(tokens: readonly Token[], at: number): { to: number; sense: DatesSense } | undefined {
  const sign = tokens[at + 1];
  const rest = tokens[at + 2];
  if (sign === undefined || !/^[.,]$/.test(sign.text) || sign.spaced) return undefined;
  if (!isDigits(rest) || rest.spaced || rest.text.length > 2) return undefined;
  return { to: at + 3, sense: { kind: 'number', value: Number(`${tokens[at]?.text ?? ''}.${rest.text}`) } };
}
