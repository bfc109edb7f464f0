import { condition, setHandler } from '@temporalio/workflow';
import type { Command, InputOf } from '../../contract/commands/command.ts';
import { eventOf } from '../../contract/commands/command.ts';
import type { CommandName } from '../../contract/commands/commands.ts';
import { commandNames, commands } from '../../contract/commands/commands.ts';
import { calendarChangedSignal, updateOf, viewQuery } from '../../contract/messages/messages.ts';
import { problemFailure } from '../../contract/messages/problem-failure.ts';
import { problemOf } from '../../contract/schemas/problem-of.ts';
import type { MeetingEvent, Unstamped } from '../../domain/meeting/event.ts';
import type { MeetingContext } from './meeting-context.ts';
import { now } from './meeting-context.ts';

/** How long a confirmation waits for its booking before it answers with the meeting as it is by then. */
const bookingPatience = '10s';

/** Everything that a running meeting hears. */
export function handleCommands(context: MeetingContext): void {
  setHandler(viewQuery, () => context.view());
  setHandler(calendarChangedSignal, () => {
    context.calendarChanged = true;
  });
  for (const name of commandNames) handleCommand(context, name);
}

/**
 * Wires a command: what is wrong with it is said before it enters history; one that came in while the meeting was
 * being booked waits for that and is looked at again; a repeated key is answered and nothing more.
 */
function handleCommand(context: MeetingContext, name: CommandName): void {
  const rule: Command = commands[name];
  const isBookingOver = (): boolean => context.phase().kind !== 'bookingUnderWay';

  function read(given: unknown): InputOf<Command['schema']> {
    const parsed = rule.schema.safeParse(given);
    if (!parsed.success) throw problemFailure(problemOf(parsed.error));
    return parsed.data;
  }

  function decided(input: InputOf<Command['schema']>): Unstamped<MeetingEvent> {
    const event = eventOf(rule, input, context.state, now());
    if (!event.ok) throw problemFailure(event.problem);
    return event.value;
  }

  setHandler(
    updateOf(name),
    async (given) => {
      const input = read(given);
      if (context.isDone(input.idempotencyKey)) return context.view();
      if (rule.waitsForBooking) await condition(isBookingOver);
      const event = decided(input);
      context.done(input.idempotencyKey);
      context.apply(event);
      if (name === 'confirm') await condition(isBookingOver, bookingPatience);
      return context.view();
    },
    {
      validator: (given) => {
        const input = read(given);
        if (!context.isDone(input.idempotencyKey)) decided(input);
      },
    },
  );
}
