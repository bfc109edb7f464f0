import type { Ballot } from '../../workflows/domain/ballots/ballot.ts';
import type { AttendeeView, MeetingView, Proposal } from '../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { answeredText, answerWords, approvalLines } from './approvals.ts';
import { button, commentForm, onRound, timeForm } from './buttons.ts';
import type { Action, AdaptiveCard, Element, InputElement } from './elements.ts';
import { adaptiveCard, heading, line, run, showCard, words } from './elements.ts';
import { agendaLines, deadlineLine, factsLine, slotLine } from './meeting-lines.ts';
import type { Reader } from './reader.ts';
import { slotText, zoneName } from './zoned-time.ts';

const commentInput: InputElement = {
  type: 'Input.Text',
  id: 'comment',
  label: 'Comment (optional)',
  maxLength: 1000,
};

function rejectAction(view: MeetingView, title: string): Action {
  return commentForm({
    title,
    label: 'Reason (optional)',
    inputId: 'reason',
    send: button('Send', 'reject', onRound(view), { style: 'destructive' }),
  });
}

function otherTimeAction(view: MeetingView, proposal: Proposal, reader: Reader): Action {
  return timeForm({
    title: 'Other time',
    reader,
    suggested: proposal.slots[0],
    extra: [commentInput],
    send: button('Suggest this time', 'otherTime', {
      ...onRound(view),
      timeZone: reader.timeZone,
      durationMinutes: view.durationMinutes,
    }),
  });
}

// Not required: the other buttons of the card, which need no votes, would be held up as well.
function voteInputs(proposal: Proposal, reader: Reader, ballot: Ballot | undefined): readonly InputElement[] {
  return proposal.slots.map((slot, index) => ({
    type: 'Input.ChoiceSet',
    id: `vote${index}`,
    label: slotText(slot, reader),
    style: 'expanded',
    wrap: true,
    ...voteValue(ballot?.answers[slotKey(slot)]),
    choices: Object.entries(answerWords).map(([value, title]) => ({ title, value })),
  }));
}

function voteValue(given: string | undefined): { readonly value?: string } {
  return given === undefined ? {} : { value: given };
}

function answeringBody(proposal: Proposal, reader: Reader, ballot: Ballot | undefined): readonly Element[] {
  const [only] = proposal.slots;
  if (proposal.slots.length === 1 && only !== undefined) return [slotLine(only, reader)];
  return [
    words(`Which of these times suit you? They are in ${zoneName(reader.timeZone)}.`),
    ...voteInputs(proposal, reader, ballot),
  ];
}

function answeringActions(view: MeetingView, proposal: Proposal, reader: Reader): readonly Action[] {
  return proposal.slots.length === 1
    ? [
        button('Approve', 'approve', onRound(view), { style: 'positive', associatedInputs: 'none' }),
        rejectAction(view, 'Reject'),
        otherTimeAction(view, proposal, reader),
      ]
    : [
        button('Send my answers', 'vote', onRound(view), { style: 'positive' }),
        rejectAction(view, 'None of these'),
        otherTimeAction(view, proposal, reader),
      ];
}

/** What the reader said in this round, in words. */
function myAnswerLines(proposal: Proposal, ballot: Ballot, reader: Reader): readonly Element[] {
  const counter =
    ballot.counterProposal === undefined
      ? []
      : [line([run('You suggested '), run(slotText(ballot.counterProposal, reader), { weight: 'bolder' })])];
  const [only] = proposal.slots;
  if (proposal.slots.length === 1 && only !== undefined) {
    const said = ballot.answers[slotKey(only)];
    const text =
      said === 'yes' ? '✓ You approved' : said === 'ifNeedBe' ? '✓ You can if need be' : '✗ You declined';
    return [slotLine(only, reader), line([run(text, { weight: 'bolder' })]), ...counter];
  }
  return [
    words('Your answers:'),
    ...proposal.slots.map((slot) =>
      line(
        [
          run(`${slotText(slot, reader)}  `),
          run(answerWords[ballot.answers[slotKey(slot)] ?? 'no'], { weight: 'bolder' }),
        ],
        { spacing: 'small' },
      ),
    ),
    ...counter,
  ];
}

/** Asks one attendee for their answer to an open round, or shows the answer and lets them change it. */
export function approvalCard(
  view: MeetingView,
  proposal: Proposal,
  me: AttendeeView,
  reader: Reader,
): AdaptiveCard {
  const ballot = me.ballot?.round === proposal.round ? me.ballot : undefined;
  const again =
    proposal.round > 1 && ballot === undefined
      ? [words('The times before did not suit everybody, so here is another proposal.', { spacing: 'small' })]
      : [];
  const top = [heading(view.title), factsLine(view), ...agendaLines(view), ...again];
  const bottom = [
    ...(ballot === undefined ? deadlineLine(view, reader) : []),
    words(answeredText(view), { weight: 'bolder', separator: true }),
    ...approvalLines(view, reader),
  ];
  const times = proposal.slots.map((slot) => slotText(slot, reader)).join('; ');
  const fallbackText = `${view.organizer.displayName} asks for your approval: ${view.title}, ${times}.`;
  if (ballot === undefined) {
    return adaptiveCard({
      fallbackText,
      body: [...top, ...answeringBody(proposal, reader, undefined), ...bottom],
      actions: answeringActions(view, proposal, reader),
    });
  }
  const single = proposal.slots.length === 1;
  return adaptiveCard({
    fallbackText,
    body: [...top, ...myAnswerLines(proposal, ballot, reader), ...bottom],
    actions: [
      showCard(
        'Change my answer',
        single ? [] : voteInputs(proposal, reader, ballot),
        answeringActions(view, proposal, reader),
      ),
    ],
  });
}
