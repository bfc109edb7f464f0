import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import type { MeetingView } from '../../domain/meeting/view.ts';
import type { CommandInput, CommandName } from '../commands/commands.ts';

/**
 * The update that brings a command; it returns the meeting as it is afterwards. A refusal is a `Problem` (see
 * `problem-failure.ts`).
 */
export function updateOf<Name extends CommandName>(
  name: Name,
): UpdateDefinition<MeetingView, [CommandInput<Name>]> {
  return defineUpdate<MeetingView, [CommandInput<Name>]>(name);
}

/** A calendar has changed: compare the event with what was booked. Carries nothing, so that nothing can be forged. */
export const calendarChangedSignal = defineSignal('calendarChanged');

export const viewQuery = defineQuery<MeetingView>('view');
