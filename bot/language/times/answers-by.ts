import { instantMs, minuteMs } from '../../../workflows/domain/time/instant.ts';
import { localMinuteToInstant } from '../../../workflows/domain/time/zone.ts';
import type { MeetingRequestDraft } from '../meaning/understanding.ts';
import { settleForMeeting } from './meeting-hours.ts';
import type { WhenItem, WhenSense } from '../meaning/sense.ts';

/** Answers "by Thursday" are wanted until the end of Thursday's work. */
const endOfWorkMinutes = 17 * 60;
const minutesPerDay = 1440;

/** How long from now the answers are waited for; nothing where the words name no moment ahead. */
export function answersBy(
  draft: MeetingRequestDraft,
  when: WhenSense,
): Pick<MeetingRequestDraft, 'responseMinutes'> {
  const [item] = when.items;
  if (item === undefined) return {};
  const nowMs = instantMs(draft.now, 'now');
  const untilMs = localMinuteToInstant(when.timeZone ?? draft.timeZone, lastMinute(item, draft.today));
  const minutes = Math.round((untilMs - nowMs) / minuteMs);
  return minutes > 0 ? { responseMinutes: minutes } : {};
}

/** The local minute, from 1970-01-01T00:00 on, that the words set as the last. */
function lastMinute(item: WhenItem, today: number): number {
  if (item.across !== undefined) {
    const { day, seconds } = item.across.end;
    // The end of a day is the end of its work.
    return day * minutesPerDay + (seconds >= 86_399 ? endOfWorkMinutes : seconds / 60);
  }
  const [range] = item.days ?? [];
  const day = range === undefined ? today : range.end - 1;
  const hours = settleForMeeting(item, 0);
  if (item.time !== undefined) return day * minutesPerDay + hours.start;
  return day * minutesPerDay + (item.hours === undefined ? endOfWorkMinutes : hours.end);
}
