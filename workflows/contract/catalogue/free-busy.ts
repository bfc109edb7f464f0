import { z } from 'zod';
import { personField, slotField, slotOut, timeZoneField } from './fields.ts';
import { operation } from './operation.ts';

export const freeBusy = operation({
  name: 'calendar.freebusy',
  tool: 'get_availability',
  toolset: 'meetings',
  title: 'Availability',
  description:
    'When people or rooms are free or busy. Shows status only, never what a meeting is about. A calendar that cannot be read is unknown, not free.',
  scope: 'calendars.read',
  input: z.object({
    people: z.array(personField).min(1).max(100),
    start: slotField.shape.start,
    end: slotField.shape.end,
    timeZone: timeZoneField,
  }),
  output: z.object({
    people: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        busy: z.array(slotOut.extend({ status: z.string() })),
        error: z.string().optional(),
      }),
    ),
  }),
  readOnly: true,
  destructive: false,
  idempotent: true,
  awaitsPeople: false,
});
