import type { Ballot } from '../../workflows/domain/ballots/ballot.ts';
import type { AttendeeView, MeetingView, Proposal } from '../../workflows/domain/meeting/view.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { askerText } from '../words/names.ts';
import { slotText, zoneText } from '../words/times.ts';
import { answeredText, approvalLines } from './approvals.ts';
import { button, commentForm, onRound, timeForm } from './buttons.ts';
import type { Action, AdaptiveCard, Element, InputElement } from './elements.ts';
import { adaptiveCard, heading, line, run, sentence, showCard } from './elements.ts';
import { agendaLines, deadlineLine, factsLine, slotLine } from './meeting-lines.ts';
import type { CardReader } from './reader.ts';

function commentInput({ words }: CardReader): InputElement {
  return { type: 'Input.Text', id: 'comment', label: words.cards.approval.comment, maxLength: 1000 };
}

function rejectAction(view: MeetingView, title: string, { words }: CardReader): Action {
  return commentForm({
    title,
    label: words.cards.approval.reason,
    inputId: 'reason',
    send: button(words.cards.approval.send, 'reject', onRound(view), { style: 'destructive' }),
  });
}

function otherTimeAction(view: MeetingView, proposal: Proposal, reader: CardReader): Action {
  const { approval } = reader.words.cards;
  return timeForm({
    title: approval.otherTime,
    reader,
    suggested: proposal.slots[0],
    extra: [commentInput(reader)],
    send: button(approval.suggestTime, 'otherTime', {
      ...onRound(view),
      timeZone: reader.timeZone,
      durationMinutes: view.durationMinutes,
    }),
  });
}

// Not required: the other buttons of the card, which need no votes, would be held up as well.
function voteInputs(
  proposal: Proposal,
  reader: CardReader,
  ballot: Ballot | undefined,
): readonly InputElement[] {
  return proposal.slots.map((slot, index) => ({
    type: 'Input.ChoiceSet',
    id: `vote${index}`,
    label: slotText(slot, reader),
    style: 'expanded',
    wrap: true,
    ...voteValue(ballot?.answers[slotKey(slot)]),
    choices: Object.entries(reader.words.facts.answers).map(([value, title]) => ({ title, value })),
  }));
}

function voteValue(given: string | undefined): { readonly value?: string } {
  return given === undefined ? {} : { value: given };
}

function answeringBody(
  proposal: Proposal,
  reader: CardReader,
  ballot: Ballot | undefined,
): readonly Element[] {
  const [only] = proposal.slots;
  if (proposal.slots.length === 1 && only !== undefined) return [slotLine(only, reader)];
  return [
    sentence(reader.words.cards.approval.whichSuit(zoneText(reader.timeZone, reader))),
    ...voteInputs(proposal, reader, ballot),
  ];
}

function answeringActions(view: MeetingView, proposal: Proposal, reader: CardReader): readonly Action[] {
  const { approval } = reader.words.cards;
  return proposal.slots.length === 1
    ? [
        button(approval.approve, 'approve', onRound(view), { style: 'positive', associatedInputs: 'none' }),
        rejectAction(view, approval.reject, reader),
        otherTimeAction(view, proposal, reader),
      ]
    : [
        button(approval.sendAnswers, 'vote', onRound(view), { style: 'positive' }),
        rejectAction(view, approval.noneOfThese, reader),
        otherTimeAction(view, proposal, reader),
      ];
}

/** What the reader said in this round, in words. */
function myAnswerLines(proposal: Proposal, ballot: Ballot, reader: CardReader): readonly Element[] {
  const { cards, facts } = reader.words;
  const { approval } = cards;
  const counter =
    ballot.counterProposal === undefined
      ? []
      : [
          line([
            run(`${approval.youSuggested} `),
            run(slotText(ballot.counterProposal, reader), { weight: 'bolder' }),
          ]),
        ];
  const [only] = proposal.slots;
  if (proposal.slots.length === 1 && only !== undefined) {
    const text = approval.yourAnswer[ballot.answers[slotKey(only)] ?? 'no'];
    return [slotLine(only, reader), line([run(text, { weight: 'bolder' })]), ...counter];
  }
  return [
    sentence(approval.yourAnswers),
    ...proposal.slots.map((slot) =>
      line(
        [
          run(`${slotText(slot, reader)}  `),
          run(facts.answers[ballot.answers[slotKey(slot)] ?? 'no'], { weight: 'bolder' }),
        ],
        { spacing: 'small' },
      ),
    ),
    ...counter,
  ];
}

/** Why somebody is asked who was asked before. */
function whyAsked(
  { organizer, booking }: MeetingView,
  { round, slots }: Proposal,
  reader: CardReader,
): readonly Element[] {
  const { approval } = reader.words.cards;
  if (booking !== undefined) {
    // With somebody new, everybody is asked about the time that is booked.
    const isMove = slots.some((slot) => slotKey(slot) !== slotKey(booking.slot));
    const moves = approval.moves(organizer.displayName, slotText(booking.slot, reader));
    return isMove ? [line([run(moves)], { spacing: 'small' })] : [];
  }
  return round > 1 ? [sentence(approval.again, { spacing: 'small' })] : [];
}

/** Asks one attendee for their answer to an open round, or shows the answer and lets them change it. */
export function approvalCard(
  view: MeetingView,
  proposal: Proposal,
  me: AttendeeView,
  reader: CardReader,
): AdaptiveCard {
  const ballot = me.ballot?.round === proposal.round ? me.ballot : undefined;
  const { approval } = reader.words.cards;
  const again = ballot === undefined ? whyAsked(view, proposal, reader) : [];
  const top = [heading(view.title), factsLine(view, reader), ...agendaLines(view), ...again];
  const bottom = [
    ...(ballot === undefined ? deadlineLine(view, reader) : []),
    sentence(answeredText(view, reader), { weight: 'bolder', separator: true }),
    ...approvalLines(view, reader),
  ];
  const times = proposal.slots.map((slot) => slotText(slot, reader)).join('; ');
  const fallbackText = approval.asks(askerText(view, reader.words), view.title, times);
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
        approval.changeAnswer,
        single ? [] : voteInputs(proposal, reader, ballot),
        answeringActions(view, proposal, reader),
      ),
    ],
  });
}
