import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 63};`);
}

/** "Tuesday, 24 November 2026, 10:00–10:45 (Europe/Berlin)". */
function timeText({ start, end }: Slot, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const from = new Date(start);
  return `${day.format(from)}, ${clock.format(from)}–${clock.format(new Date(end))} (${timeZone})`;
}

/** The question as a mail, with the link by which it is answered. */
export function questionMail(
  view: MeetingView,
  recipient: Person,
  link: string,
  isReminder: boolean,
): { readonly subject: string; readonly html: string } {
  const zone = recipient.timeZone ?? view.timeZone;
  const slots = view.proposal?.slots ?? [];
  const asked = `${view.organizer.displayName} would like to meet you: “${view.title}”, ${view.durationMinutes} minutes.`;
  const times = slots.map((slot) => `<li>${escaped(timeText(slot, zone))}</li>`).join('');
  const agenda = view.agenda === undefined ? '' : `<p>${escaped(view.agenda)}</p>`;
  const deadline = view.proposal?.deadline;
  const until =
    deadline === undefined
      ? ''
      : `<p>Please answer by ${escaped(timeText({ start: deadline, end: deadline }, zone).replace(/–\d\d:\d\d/, ''))}.</p>`;
  return {
    subject: `${isReminder ? 'Reminder: ' : ''}${view.title}: does this time suit you?`,
    html: `<p>Hello ${escaped(recipient.displayName)},</p><p>${escaped(asked)}</p>${agenda}<ul>${times}</ul>${until}<p><a href="${escaped(link)}">Answer here</a>; the link is yours alone.</p>`,
  };
}

/** A sentence about the meeting as a mail. */
export function newsMail(
  view: MeetingView,
  recipient: Person,
  message: string,
): { readonly subject: string; readonly html: string } {
  return {
    subject: view.title,
    html: `<p>Hello ${escaped(recipient.displayName)},</p><p>${escaped(message)}</p>`,
  };
}
