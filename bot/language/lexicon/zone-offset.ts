import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';

const isGlued = (token: Token | undefined): token is Token => token?.spaced === false;

/**
 * Offsets from UTC behind a clock: `GMT+5:30`, `UTC-5`, `15:00+05:30`, `15:00Z` (ISO 8601, 4.3.13). Without "GMT" or
 * "UTC" only where it is written as hours and minutes directly after digits.
 */
export const zoneOffsetLexer: Lexer<RequestSense, RequestContext> = (tokens, at) => {
  const first = tokens[at];
  if (first === undefined) return [];
  const follows = isGlued(first) && /^\d+$/.test(tokens[at - 1]?.text ?? '');
  if (first.text === 'z') return follows ? [{ to: at + 1, sense: { kind: 'zone', timeZone: 'UTC' } }] : [];
  const named = first.text === 'gmt' || first.text === 'utc';
  if (!named && !follows) return [];
  // "15:00-16:00" are hours; only after an ISO time is the second one an offset.
  if (!named && first.text === '-' && !followsIsoTime(tokens, at)) return [];
  const signAt = named ? at + 1 : at;
  const offset = offsetAt(tokens, signAt);
  if (offset === undefined || (!named && !offset.full)) return [];
  return [{ to: offset.to, sense: { kind: 'zone', timeZone: offset.timeZone } }];
};

/** Whether `T15:00` or `T15:00:00` stands before. */
function followsIsoTime(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 4]?.text === 't' || tokens[at - 6]?.text === 't';
}

/** `+5`, `+05:30`, `-0330`. */
function offsetAt(
  tokens: readonly Token[],
  at: number,
): { to: number; timeZone: string; full: boolean } | undefined {
  const [sign, hours, colon, minutes] = tokens.slice(at, at + 4);
  if (sign === undefined || !/^[+-]$/.test(sign.text) || !isGlued(hours)) return undefined;
  const timeZone = (hour: number, minute: number): string | undefined =>
    hour <= 14 && minute < 60
      ? `${sign.text}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      : undefined;
  const found = (to: number, zone: string | undefined, full: boolean) =>
    zone === undefined ? undefined : { to, timeZone: zone, full };
  if (/^\d{4}$/.test(hours.text))
    return found(at + 2, timeZone(Number(hours.text.slice(0, 2)), Number(hours.text.slice(2))), true);
  if (!/^\d{1,2}$/.test(hours.text)) return undefined;
  if (isGlued(colon) && colon.text === ':' && isGlued(minutes) && /^\d\d$/.test(minutes.text))
    return found(at + 4, timeZone(Number(hours.text), Number(minutes.text)), true);
  return found(at + 2, timeZone(Number(hours.text), 0), false);
}
