import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { askFirstCard, leaveAction } from '../../cards/ask-first-card.ts';
import { button, onMeeting } from '../../cards/buttons.ts';
import { problemText } from '../../words/problem-text.ts';
import { cardReply, meetingReply, sentenceReply } from './act-turn.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOrganizer } from './meeting-act.ts';

const mostTogether = 25;

function silent(view: MeetingView): readonly string[] {
  return view.attendees
    .filter(({ approval }) => approval === 'pending')
    .map(({ person }) => person.displayName);
}

/** Asks those again who have not answered, about the one meeting that is meant; about several after a click. */
export const remindAct: MeetingAct = {
  suits: (view, me) => view.status === 'proposed' && isOrganizer(view, me) && silent(view).length > 0,
  button: (words) => words.acts.remind.button,
  tellsOthers: () => true,

  async carryOut({ services, sender, reader, idempotencyKey }, view) {
    const { meetingId, version } = view;
    const done = await services.meetings.remind(sender.caller, {
      meetingId,
      idempotencyKey,
      seenVersion: version,
    });
    if (!done.ok) return sentenceReply(problemText(done.problem, reader.words));
    return meetingReply(done.value, reader.words.acts.remind.done(reader.words.times.list(silent(view))));
  },

  carryOutOnAll({ sender, reader }, views) {
    const { remind, nothingChanged } = reader.words.acts;
    const waiting = views.filter((view) => remindAct.suits(view, sender.personId)).slice(0, mostTogether);
    if (waiting.length === 0) return sentenceReply(nothingChanged);
    const data = { command: 'remind', meetings: waiting.map(onMeeting) };
    return cardReply(
      askFirstCard(
        {
          me: sender.personId,
          question: remind.askAll(waiting.length),
          meetings: waiting.map((view) => ({ view })),
          actions: [
            button(remind.buttonAll, 'together', data, { style: 'positive', associatedInputs: 'none' }),
            leaveAction(reader.words.acts.unsure.acts.none),
          ],
        },
        reader,
      ),
    );
  },
};
