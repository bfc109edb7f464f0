import type { DescribeMeeting } from '../../workers/client/describe-meeting.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';

/** A view as subscribers get it: every fact with its sentence beside it. */
export type PublicView = (view: MeetingView) => Readonly<Record<string, unknown>>;

/** Sentences are made once for each view: it is sent to several, and compared with the next. */
export function createPublicView(describe: DescribeMeeting): PublicView {
  const made = new WeakMap<MeetingView, Readonly<Record<string, unknown>>>();

  function write(view: MeetingView): Readonly<Record<string, unknown>> {
    const { choice, outcome, warnings, history } = describe(view, view.timeZone);
    const sentences = history();
    return {
      ...view,
      choice: view.choice && { ...view.choice, message: choice },
      warnings: view.warnings.map((warning, index) => ({ ...warning, message: warnings[index] })),
      history: view.history.map((entry, index) => ({ ...entry, message: sentences[index] })),
      outcome,
      ending: view.outcome,
    };
  }

  return (view) => {
    const known = made.get(view) ?? write(view);
    made.set(view, known);
    return known;
  };
}
