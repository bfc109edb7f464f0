import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Words } from '../../words/words.ts';
import type { ActTurn, Reply, SaidAct } from './act-turn.ts';

/** An act on one meeting. */
export interface MeetingAct {
  /** Whether it can be about this one, where the words leave more than one. */
  suits(view: MeetingView, me: PersonId): boolean;
  /** What the button says that carries it out, or goes on with it. */
  button(words: Words, said: SaidAct): string;
  /** Whether others learn of it at once: then it is asked about first where some of the words were not understood. */
  tellsOthers(view: MeetingView, me: PersonId): boolean;
  /** It only asks, and of what is over too. */
  readonly isQuestion?: true;
  carryOut(turn: ActTurn, view: MeetingView): Promise<Reply>;
  /** On every meeting that fits, where that is what was said. */
  carryOutOnAll?(turn: ActTurn, views: readonly MeetingView[]): Reply;
}

export function isOrganizer(view: MeetingView, me: PersonId): boolean {
  return view.organizer.id === me;
}

/** Whether the meeting still lies ahead, or is being agreed on. */
export function isOpen({ status, outcome }: MeetingView): boolean {
  return outcome === undefined && status !== 'cancelled' && status !== 'expired';
}
