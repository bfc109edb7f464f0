import { instantMs, minuteMs } from '../../time/instant.ts';
import { localMinuteToInstant } from '../../time/zone.ts';
import type { MeetingRequestDraft } from '../understanding.ts';
import { settleForMeeting } from './meeting-hours.ts';
import type { WhenSense } from './sense.ts';

/** Answers "by Thursday" are wanted until the end of Thursday's work. */
const endOfWorkMinutes = 17 * 60;
const minutesPerDay = 1440;

/** How long from now the answers are waited for; nothing where the words name no moment ahead. */
export function answersBy(
  draft: MeetingRequestDraft,
  when: WhenSense,
): Pick<MeetingRequestDraft, 'responseMinutes'> {
  const [item] = when.items;
  const [range] = item?.days ?? [];
  if (item === undefined) return {};
  const nowMs = instantMs(draft.now, 'now');
  const hours = settleForMeeting(item, 0);
  const timed = item.time !== undefined || item.hours !== undefined;
  const today = draft.today;
  const lastDay = range === undefined ? today : range.end - 1;
  const end = timed ? (item.time === undefined ? hours.end : hours.start) : endOfWorkMinutes;
  const untilMs = localMinuteToInstant(when.timeZone ?? draft.timeZone, lastDay * minutesPerDay + end);
  const minutes = Math.round((untilMs - nowMs) / minuteMs);
  return minutes > 0 ? { responseMinutes: minutes } : {};
}
