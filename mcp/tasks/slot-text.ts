import type { Slot, TimeZone } from '../../workflows/domain/time/slot.ts';

/** A slot for the organizer at a client: `Tuesday, 1 December 2026, 10:00–10:45 CET`. */
export function localSlotText({ start, end }: Slot, timeZone: TimeZone): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'longGeneric',
  })
    .formatRange(new Date(start), new Date(end))
    .replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
}
