import { z } from 'zod';

const slot = z.looseObject({ start: z.string(), end: z.string() });

const shown = z.looseObject({
  version: z.number(),
  status: z.string(),
  title: z.string(),
  timeZone: z.string(),
  attendees: z.array(
    z.looseObject({ person: z.looseObject({ displayName: z.string() }), approval: z.string() }),
  ),
  proposal: z.looseObject({ round: z.number(), slots: z.array(slot) }).optional(),
  choice: z.looseObject({ message: z.string() }).optional(),
  booking: z.looseObject({ slot }).optional(),
  history: z.array(z.looseObject({ message: z.string() })),
});

/** A time in the meeting's zone, in the words of the terminal's own locale. */
function slotText({ start, end }: z.infer<typeof slot>, timeZone: string): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return format.formatRange(new Date(start), new Date(end));
}

/** A meeting in a few lines for a terminal. */
export function describe(view: unknown): string {
  const { version, status, title, timeZone, attendees, proposal, choice, booking, history } =
    shown.parse(view);
  const times = booking === undefined ? (proposal?.slots ?? []) : [booking.slot];
  return [
    `v${version} ${status}: ${title}${proposal === undefined ? '' : ` (round ${proposal.round})`}`,
    ...times.map((time) => `  ${slotText(time, timeZone)}`),
    ...attendees.map(({ person, approval }) => `  ${approval.padEnd(9)} ${person.displayName}`),
    ...(choice === undefined ? [] : [`  ? ${choice.message}`]),
    `  ${history.at(-1)?.message ?? ''}`,
  ].join('\n');
}
