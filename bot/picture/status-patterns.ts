import type { FreeBusyStatus } from '../../workflows/domain/availability/availability.ts';
import type { Pattern } from './bitmap.ts';
import { plain } from './palette.ts';

const { paper, haze, busy, tentative, tentativeHalf, away, awayHalf, quiet, quietHalf } = plain;

/** One period of slanted stripes, along a row. */
const stripes = [tentative, tentative, tentative, tentativeHalf, paper, paper, paper, tentativeHalf];
/** Every status has a pattern of its own, so that colour is never needed. */
export const statusPatterns: Readonly<Record<Exclude<FreeBusyStatus, 'free'>, Pattern>> = {
  busy: () => busy,
  tentative: (x, y) => stripes[(x + y) % 8] ?? paper,
  oof: (x, y) => {
    const fromLines = [(x + y) % 6, (x + 5 * y) % 6];
    if (fromLines.includes(0)) return away;
    return fromLines.includes(1) || fromLines.includes(5) ? awayHalf : paper;
  },
  unknown: (x, y) => (x % 6 >= 2 && x % 6 < 4 && y % 6 >= 2 && y % 6 < 4 ? quiet : haze),
  workingElsewhere: (_x, y) => (y % 6 === 0 ? quiet : y % 6 === 1 ? quietHalf : paper),
};
