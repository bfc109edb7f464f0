import { condition, setHandler } from '@temporalio/workflow';
import type { Command, InputOf } from '../../contract/commands/command.ts';
import { eventOf } from '../../contract/commands/command.ts';
import type { CommandName } from '../../contract/commands/commands.ts';
import { commandNames, commands } from '../../contract/commands/commands.ts';
import { calendarChangedSignal, updateOf, viewQuery } from '../../contract/messages/messages.ts';
import { problemFailure } from '../../contract/messages/problem-failure.ts';
import { problemOf } from '../../contract/schemas/problem-of.ts';
import { editProblem } from '../../domain/meeting/edit.ts';
import type { MeetingEvent, Unstamped } from '../../domain/meeting/event.ts';
import { canonicalHash } from '../../domain/slots/hash.ts';
import type { MeetingContext } from './meeting-context.ts';
import { now } from './meeting-context.ts';

/** How long a confirmation waits for its booking, and an edit for its event, before the meeting as it is by then is the answer. */
const bookingPatience = '10s';

/** Handles every message to a running meeting. */
export function handleCommands(context: MeetingContext): void {
  setHandler(viewQuery, () => context.view());
  setHandler(calendarChangedSignal, () => {
    context.calendarChanged = true;
  });
  for (const name of commandNames) handleCommand(context, name);
}

/**
 * The keys of an order: its own and, for an organizer's, one of the same person, content and seen version. A second click
 * on one button has a key of its own and still is no second order. Answers may go back and forth.
 */
function keysOf(rule: Command, input: InputOf<Command['schema']>): readonly string[] {
  const { idempotencyKey, ...order } = input;
  if (order.seenVersion === undefined || rule.permission === 'answer') return [idempotencyKey];
  return [idempotencyKey, canonicalHash({ ...order, name: rule.name })];
}

/** An edit that the calendar did not take is refused after all, and may be given again. */
async function awaitEdit(context: MeetingContext, keys: readonly string[]): Promise<void> {
  const { version } = context.state;
  context.isEditAwaited = true;
  await condition(() => context.state.edit === undefined || context.phase().kind === 'over', bookingPatience);
  context.isEditAwaited = false;
  const problem = editProblem(context.state, version);
  if (problem === undefined) return;
  if (problem.reason !== 'editUnderWay') context.undone(keys);
  throw problemFailure(problem);
}

/**
 * Wires a command: a refused one never enters history; one that arrives while the meeting is being booked waits and is
 * checked again; a repeated one returns the view and does nothing else.
 */
function handleCommand(context: MeetingContext, name: CommandName): void {
  const rule: Command = commands[name];
  const isBookingOver = (): boolean => {
    const { kind } = context.phase();
    return kind !== 'bookingUnderWay' && (kind === 'over' || context.state.edit === undefined);
  };

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
      const keys = keysOf(rule, input);
      if (rule.waitsForBooking) await condition(isBookingOver);
      if (context.isDone(keys)) return context.view();
      const event = decided(input);
      context.done(keys);
      context.apply(event);
      if (name === 'confirm') await condition(isBookingOver, bookingPatience);
      if (name === 'edit') await awaitEdit(context, keys);
      return context.view();
    },
    {
      validator: (given) => {
        const input = read(given);
        if (!context.isDone(keysOf(rule, input))) decided(input);
      },
    },
  );
}
