import { instantToLocal } from '../../workflows/domain/time/zone.ts';
import type { Slot, TimeZone } from '../../workflows/domain/time/slot.ts';

/** A slot in words: `tuesday 2026-12-01 10:00–10:45 (Europe/Berlin)`. */
export function localSlotText(slot: Slot, timeZone: TimeZone): string {
  const start = instantToLocal(timeZone, Date.parse(slot.start));
  const end = instantToLocal(timeZone, Date.parse(slot.end));
  return `${start.dayOfWeek} ${start.date} ${start.time}–${end.time} (${timeZone})`;
}
