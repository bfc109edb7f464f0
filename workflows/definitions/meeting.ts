import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { MeetingInput } from '../contract/messages/meeting-input.ts';
import type { MeetingView } from '../domain/meeting/view.ts';
import { awaitOrganizer } from './meeting/await-organizer.ts';
import { book } from './meeting/book.ts';
import { collectAnswers } from './meeting/collect-answers.ts';
import { Desk } from './meeting/meeting-context.ts';
import { findTimes } from './meeting/find-times.ts';
import { announceChanges } from './meeting/announce-changes.ts';
import { listen } from './meeting/command-handlers.ts';
import { undo } from './meeting/undo.ts';
import { watch } from './meeting/watch.ts';

/** Does what the meeting's phase asks for, until that leads to another phase or another thing to do. */
async function takeStep(desk: Desk): Promise<void> {
  const phase = desk.phase();
  switch (phase.kind) {
    case 'searching':
      return findTimes(desk, phase);
    case 'collecting':
      return collectAnswers(desk, phase);
    case 'choosing':
    case 'stuck':
      return awaitOrganizer(desk, phase);
    case 'booking':
      return book(desk, phase);
    case 'confirmed':
      return watch(desk, phase);
    case 'over':
      return undefined;
  }
}

/** A fresh run takes over with the state as it is, when every message has been answered. */
async function handOver(desk: Desk): Promise<never> {
  desk.isHandingOver = true;
  await condition(() => allHandlersFinished() && !desk.isAnnouncing);
  return continueAsNew<typeof meeting>({ kind: 'carried', meeting: desk.carry() });
}

/** One meeting, from the request until it is over; answers with how it ended. */
export async function meeting(input: MeetingInput): Promise<MeetingView> {
  const desk = new Desk(input);
  listen(desk);
  const news = announceChanges(desk);

  for (let phase = desk.phase(); phase.kind !== 'over'; phase = desk.phase()) {
    if (desk.isFreshRunDue()) await handOver(desk);
    await takeStep(desk);
  }

  await news;
  const phase = desk.phase();
  if (phase.kind === 'over') await undo(desk, phase);
  await condition(allHandlersFinished);
  return desk.view();
}
