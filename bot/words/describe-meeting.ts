import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { TimeZone } from '../../workflows/domain/time/slot.ts';
import { outcomeText, questionAndAdvice } from './decision-text.ts';
import { historyText } from './history-text.ts';
import { createReader } from './reader.ts';
import { warningText } from './warning-text.ts';
import { english } from './english/words.ts';

/** The facts of a meeting in English, for agents: there are no buttons beside these sentences. */
export function describeMeeting(
  view: MeetingView,
  timeZone: TimeZone,
): {
  readonly choice?: string;
  readonly outcome?: string;
  readonly warnings: readonly string[];
  readonly history: () => readonly string[];
} {
  const reader = createReader({ locale: english.locale, timeZone });
  const { choice, outcome, warnings, history } = view;
  return {
    choice: choice && questionAndAdvice(choice, view, reader),
    outcome: outcome && outcomeText(outcome, view, reader),
    warnings: warnings.map((warning) => warningText(warning, view, reader)),
    history: () => history.map((entry) => historyText(entry, view, reader)),
  };
}
