import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Reader } from '../words/reader.ts';
import { button } from './buttons.ts';
import type { Action, AdaptiveCard } from './elements.ts';
import { adaptiveCard, line, run } from './elements.ts';
import { meetingFacts, meetingRow } from './meeting-row.ts';

/** What is asked before something is done to meetings: which they are, and what will happen. */
export interface AskFirst {
  readonly me: PersonId;
  readonly question: string;
  /** Between the question and the meetings. */
  readonly hint?: string;
  /** With the buttons that are only for it. */
  readonly meetings: readonly { readonly view: MeetingView; readonly actions?: readonly Action[] }[];
  /** What will happen, a sentence each. */
  readonly effects?: readonly string[];
  /** For all of them; `leave` goes without saying. */
  readonly actions?: readonly Action[];
}

/** The button that does nothing. */
export function leaveAction(title: string): Action {
  return button(title, 'leave', {}, { associatedInputs: 'none' });
}

/** Shows one meeting or several and asks what is to be done with them; nothing has been done yet. */
export function askFirstCard(
  { me, question, hint, meetings, effects = [], actions = [] }: AskFirst,
  reader: Reader,
): AdaptiveCard {
  return adaptiveCard({
    fallbackText: [
      question,
      ...meetings.map(({ view }) => `${view.title}: ${meetingFacts(view, me, reader)}`),
    ].join('\n'),
    body: [
      line([run(question, { weight: 'bolder', size: 'medium' })]),
      ...(hint === undefined ? [] : [line([run(hint)])]),
      ...meetings.map(({ view, actions: own = [] }) => meetingRow(view, me, reader, own)),
      ...effects.map((effect) => line([run(effect)])),
    ],
    ...(actions.length === 0 ? {} : { actions }),
  });
}
