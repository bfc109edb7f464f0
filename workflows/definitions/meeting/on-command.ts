import type { UpdateDefinition } from '@temporalio/common';
import { condition, setHandler } from '@temporalio/workflow';
import type { z } from 'zod';
import { problemFailure } from '../../contract/messages/problem-failure.ts';
import { problemOf } from '../../contract/schemas/problem-of.ts';
import type { Caller } from '../../domain/meeting/caller.ts';
import type { MeetingOperation } from '../../domain/meeting/permissions.ts';
import { refusePermission } from '../../domain/meeting/permissions.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { Role } from '../../domain/meeting/role.ts';
import { roleOf } from '../../domain/meeting/role.ts';
import type { MeetingView } from '../../domain/meeting/view.ts';
import type { MeetingContext } from './meeting-context.ts';

interface Command {
  readonly caller: Caller;
  readonly idempotencyKey: string;
}

/** How one command is taken. */
export interface CommandRule<Input extends Command> {
  readonly schema: z.ZodType<Input>;
  readonly operation: MeetingOperation;
  /** Why it cannot be carried out now. */
  readonly refusal: (input: Input, role: Role) => Problem | undefined;
  readonly act: (input: Input, role: Role) => void | Promise<void>;
  /** Whether it may be carried out while an event is being written. */
  readonly evenWhileBooking: boolean;
}

/**
 * Wires a command: what is wrong with it is said before it enters history; one that came in while the meeting was
 * being booked waits for that and is looked at again; a repeated key is answered and nothing more.
 */
export function onCommand<Input extends Command>(
  context: MeetingContext,
  definition: UpdateDefinition<MeetingView, [Input]>,
  rule: CommandRule<Input>,
): void {
  const read = (given: unknown): Input => {
    const parsed = rule.schema.safeParse(given);
    if (!parsed.success) throw problemFailure(problemOf(parsed.error));
    return parsed.data;
  };
  const check = (input: Input): Role => {
    const role = roleOf(input.caller, context.state.meetingId, context.state.request);
    const problem = refusePermission(role, rule.operation) ?? rule.refusal(input, role);
    if (problem !== undefined) throw problemFailure(problem);
    return role;
  };
  setHandler(
    definition,
    async (given) => {
      const input = read(given);
      if (context.isDone(input.idempotencyKey)) return context.view();
      if (!rule.evenWhileBooking) await condition(() => context.phase().kind !== 'bookingUnderWay');
      const role = check(input);
      context.done(input.idempotencyKey);
      await rule.act(input, role);
      return context.view();
    },
    {
      validator: (given) => {
        const input = read(given);
        if (!context.isDone(input.idempotencyKey)) check(input);
      },
    },
  );
}
