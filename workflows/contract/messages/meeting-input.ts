import { z } from 'zod';
import type { MeetingState } from '../../domain/meeting/state.ts';
import { callerSchema } from '../schemas/person.ts';
import { requestSchema } from '../schemas/request.ts';
import { slotSchema } from '../schemas/time.ts';

/** The name under which the workflow is started. */
export const meetingWorkflow = 'meeting';

/** How a meeting is run; the same for all meetings of an installation. */
const runSchema = z.object({
  /** How often a booked meeting's event is looked at when no notification comes. */
  watchEveryMinutes: z.number().positive().max(100_000),
  /** History events after which a run hands over to a fresh one. */
  maxHistoryEvents: z.number().int().min(20).max(50_000),
});

export type MeetingRun = z.output<typeof runSchema>;

export const usualRun: MeetingRun = { watchEveryMinutes: 24 * 60, maxHistoryEvents: 4000 };

export const newMeetingSchema = z.object({
  request: requestSchema,
  slots: z.array(slotSchema).min(1).max(5).optional(),
  caller: callerSchema,
  run: runSchema,
});

type NewMeeting = z.output<typeof newMeetingSchema>;

/** What a run hands to the next one: made by ourselves, so not checked again. */
export interface CarriedMeeting {
  readonly state: MeetingState;
  readonly run: MeetingRun;
  /** The last idempotency keys, because update ids are forgotten with the old run. */
  readonly doneKeys: readonly string[];
  readonly announcedVersion: number;
  readonly calendarChanged: boolean;
}

/** The workflow's one argument. */
export type MeetingInput =
  | { readonly kind: 'new'; readonly meeting: NewMeeting }
  | { readonly kind: 'carried'; readonly meeting: CarriedMeeting };
