import { z } from 'zod';
import type { Given } from '../../domain/meeting/caller.ts';
import type { Act } from '../../domain/meeting/event.ts';
import type { Permission } from '../../domain/meeting/permissions.ts';
import { refusePermission } from '../../domain/meeting/permissions.ts';
import type { Role } from '../../domain/meeting/role.ts';
import { roleOf } from '../../domain/meeting/role.ts';
import type { MeetingState } from '../../domain/meeting/state.ts';
import type { Problem, Result } from '../../domain/problems/problem.ts';
import { refuse } from '../../domain/problems/refuse.ts';
import type { Instant } from '../../domain/time/slot.ts';
import { callerSchema } from '../schemas/person.ts';

/** What every command carries. */
export const commandFields = {
  /** Who gives it, as proven by the surface. */
  caller: callerSchema,
  /** A key of its own for each click or call: the update's id, so that what is repeated is carried out once. */
  idempotencyKey: z.string().min(1).max(200),
  /** The version of the meeting that its sender saw. */
  seenVersion: z.number().int().min(1).optional(),
};

/** As it is handed on: nothing of it is changed. */
type Unchanged<Value> = Value extends string | number | boolean | undefined
  ? Value
  : { readonly [Key in keyof Value]: Unchanged<Value[Key]> };

type CommandSchema = z.ZodObject<typeof commandFields>;

export type InputOf<Schema extends CommandSchema> = Unchanged<z.output<Schema>>;

/** What a command meets when it is carried out. */
interface Circumstances {
  readonly state: MeetingState;
  readonly role: Role;
  readonly now: Instant;
}

/** Something that people tell a meeting to do, defined once: updates, handlers and clients are derived from this. */
export interface Command<Schema extends CommandSchema = CommandSchema> {
  /** The name of the update, of the handler and of the client's method. */
  readonly name: string;
  readonly schema: Schema;
  /** The permission that its caller needs. */
  readonly permission: Permission;
  /** Whether it waits while an event is being written. */
  readonly waitsForBooking: boolean;
  /** What it does to the meeting, or why it is refused now. Pure. */
  decide(input: InputOf<Schema>, at: Circumstances): Result<Act>;
}

export function command<Schema extends CommandSchema>(definition: Command<Schema>): Command<Schema> {
  return definition;
}

/** The act, unless a rule refuses it. */
export function unless(problem: Problem | undefined, act: Act): Result<Act> {
  return problem === undefined ? { ok: true, value: act } : { ok: false, problem };
}

/** A version that does not exist yet cannot have been seen. */
function refuseVersion({ version }: MeetingState, seen = version): Problem | undefined {
  return seen > version
    ? refuse({ reason: 'versionUnknown', seen, current: version }, 'seenVersion')
    : undefined;
}

/** The event that a command becomes, or the first rule that refuses it: who gives it, what they saw, and its own. */
export function eventOf<Schema extends CommandSchema>(
  rule: Command<Schema>,
  input: InputOf<Schema> & Given,
  state: MeetingState,
  now: Instant,
): Result<Act & Given> {
  const { caller, seenVersion } = input;
  const role = roleOf(caller, state.meetingId, state.request);
  const problem = refusePermission(role, rule.permission) ?? refuseVersion(state, seenVersion);
  if (problem !== undefined) return { ok: false, problem };
  const decided = rule.decide(input, { state, role, now });
  return decided.ok ? { ok: true, value: { ...decided.value, caller, seenVersion } } : decided;
}
