import { meetingParts } from '../dates/parts-of-day.ts';
import type { ClockTime, HoursSense } from '../dates/sense.ts';
import type { WhenItem } from '../meaning/sense.ts';

const noonMinutes = 12 * 60;
/** Without am or pm, hours before seven are meant after noon: nobody plans a meeting at 3 in the night. */
const firstMorningMinutes = 7 * 60;

/** Minutes since midnight of a clock time, by business sense where am and pm are open. */
function minutesOf(clock: ClockTime): number {
  const minutes = Math.round(clock.seconds / 60);
  if (!clock.ambiguous) return minutes;
  return minutes < firstMorningMinutes ? minutes + noonMinutes : minutes;
}

/** In minutes since midnight; `end` not after `start` runs past midnight. */
export interface MeetingHours {
  readonly start: number;
  readonly end: number;
  /** What was said is the meeting itself, as long as that: "2 to 3". */
  readonly exact?: boolean;
}

const wholeDay: MeetingHours = { start: 0, end: 1440 };
/** "2 to 3pm" up to so long is the meeting itself; longer, it is a window. */
const longestExactMinutes = 120;

/** The hours that an alternative leaves; an exact time leaves just the meeting's own. */
export function settleForMeeting(item: WhenItem, durationMinutes: number): MeetingHours {
  if (item.time !== undefined) {
    const start = minutesOf(item.time);
    const around = item.time.approximate === true ? 60 : 0;
    return { start: Math.max(0, start - around), end: start + around + durationMinutes };
  }
  return item.hours === undefined ? wholeDay : settleHours(item.hours);
}

export function settleHours(hours: HoursSense): MeetingHours {
  if (hours.part !== undefined) return ofPart(hours);
  const { from, to } = hours;
  if (from !== undefined && to !== undefined) {
    const start = minutesOf(from);
    let end = minutesOf(to);
    if (to.ambiguous && end <= start && end + noonMinutes <= 1440 && end + noonMinutes > start)
      end += noonMinutes;
    const lasts = end > start ? end - start : end + 1440 - start;
    const exact = hours.joint !== 'between' && lasts <= longestExactMinutes;
    return { start, end, ...(exact ? { exact } : {}) };
  }
  if (from !== undefined) return { start: minutesOf(from), end: 1440 };
  if (to !== undefined) return { start: 0, end: minutesOf(to) };
  return wholeDay;
}

function ofPart({ part, bound }: HoursSense): MeetingHours {
  if (part === undefined) return wholeDay;
  const [start, end] = meetingParts[part];
  if (bound === 'before' || bound === 'by') return { start: 0, end: start * 60 };
  if (bound === 'after' || bound === 'since') return { start: (part === 'lunch' ? 13 : end) * 60, end: 1440 };
  return { start: start * 60, end: end * 60 };
}

/** Hours that somebody wants to keep clear: "no mornings" has no early hours left either. */
export function settleAvoided(item: WhenItem): MeetingHours {
  const hours = settleForMeeting(item, 60);
  const part = item.time === undefined && item.hours?.bound === undefined ? item.hours?.part : undefined;
  if (part === 'morning' || part === 'earlyMorning') return { ...hours, start: 0 };
  if (part === 'evening' || part === 'night' || part === 'lateEvening') return { ...hours, end: 1440 };
  return hours;
}
