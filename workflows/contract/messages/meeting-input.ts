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

/** What a run hands to the next one, which may be of a newer build; `upgrade-carried.ts` has the upgrades. */
export interface CarriedMeeting {
  /** The shape of this and of the state; grows by one whenever either changes. */
  readonly version: number;
  readonly state: MeetingState;
  readonly run: MeetingRun;
  /** The last idempotency keys, because update ids are forgotten with the old run. */
  readonly doneKeys: readonly string[];
  readonly announcedVersion: number;
  readonly calendarChanged: boolean;
}

/** A carried meeting as some build wrote it. */
export interface StoredCarried extends Readonly<Record<string, unknown>> {
  /** Absent before shapes were counted: such a meeting has the first. */
  readonly version?: number;
}

/** The workflow's one argument. */
export type MeetingInput =
  | { readonly kind: 'new'; readonly meeting: NewMeeting }
  | { readonly kind: 'carried'; readonly meeting: StoredCarried };
