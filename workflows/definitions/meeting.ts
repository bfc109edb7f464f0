import { allHandlersFinished, condition, makeContinueAsNewFunc } from '@temporalio/workflow';
import { meetingMemo } from '../contract/meeting-summary.ts';
import type { MeetingInput } from '../contract/messages/meeting-input.ts';
import type { MeetingView } from '../domain/meeting/view.ts';
import { awaitOrganizer } from './meeting/await-organizer.ts';
import { book } from './meeting/book.ts';
import { collectAnswers } from './meeting/collect-answers.ts';
import { MeetingContext } from './meeting/meeting-context.ts';
import { editEvent } from './meeting/edit-event.ts';
import { findTimes } from './meeting/find-times.ts';
import { leaveBuild } from './meeting/leave-build.ts';
import { announceChanges } from './meeting/announce-changes.ts';
import { handleCommands } from './meeting/command-handlers.ts';
import { undo } from './meeting/undo.ts';
import { watch } from './meeting/watch.ts';

/** Does what the meeting's phase requires, until that leads to another phase or another step. */
async function takeStep(context: MeetingContext): Promise<void> {
  const phase = context.phase();
  switch (phase.kind) {
    case 'searching':
      return findTimes(context, phase);
    case 'collecting':
      return collectAnswers(context, phase);
    case 'choosing':
    case 'noTimesFound':
      return awaitOrganizer(context, phase);
    case 'bookingUnderWay':
      return book(context, phase);
    case 'booked':
      return watch(context, phase);
    case 'over':
      return undefined;
  }
}

/** A fresh run takes over on the current build, with the state as it is, when every message has been answered. */
async function handOver(context: MeetingContext): Promise<never> {
  context.isHandingOver = true;
  await condition(() => allHandlersFinished() && !context.isAnnouncing);
  leaveBuild();
  const next = makeContinueAsNewFunc<typeof meeting>({
    initialVersioningBehavior: 'AUTO_UPGRADE',
    memo: meetingMemo(context.state.request.title),
  });
  return next({ kind: 'carried', meeting: { ...context.carry() } });
}

/** One meeting, from the request until it is over; returns how it ended. */
export async function meeting(input: MeetingInput): Promise<MeetingView> {
  const context = new MeetingContext(input);
  handleCommands(context);
  const news = announceChanges(context);

  for (let phase = context.phase(); phase.kind !== 'over'; phase = context.phase()) {
    if (context.isFreshRunDue()) await handOver(context);
    const { edit } = context.state;
    await (edit === undefined ? takeStep(context) : editEvent(context, edit));
  }

  await news;
  const phase = context.phase();
  if (phase.kind === 'over') await undo(context, phase);
  await condition(allHandlersFinished);
  return context.view();
}
