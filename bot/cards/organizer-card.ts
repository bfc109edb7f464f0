import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { answeredText, approvalLines, counterProposalLines, tallyLine } from './approvals.ts';
import { button, commentForm, onMeeting, slotForm, timeForm } from './buttons.ts';
import type { Action, AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, heading, line, run, words } from './elements.ts';
import { agendaLines, factsLine, slotLine, warningLines } from './meeting-lines.ts';
import type { Reader } from './reader.ts';
import { momentText, slotText } from './zoned-time.ts';

const maxChoices = 8;

/** Times to choose from: what the organizer is offered, what people suggested, what is proposed. */
function choosable(view: MeetingView): readonly Slot[] {
  const choice = view.choice;
  const slots: readonly Slot[] = [
    ...(choice?.candidates ?? []),
    ...(choice?.concessions.flatMap(({ candidates }) => candidates) ?? []),
    ...view.attendees.flatMap(({ ballot }) =>
      ballot?.counterProposal === undefined ? [] : [ballot.counterProposal],
    ),
  ];
  return unique(slots).slice(0, maxChoices);
}

function unique(slots: readonly Slot[]): readonly Slot[] {
  return [...new Map(slots.map((slot) => [slotKey(slot), slot])).values()];
}

function confirmAction(view: MeetingView, reader: Reader): readonly Action[] {
  const slots = view.proposal?.slots ?? [];
  // Before anybody has approved it would only be refused.
  const mayHelp = view.choice !== undefined || view.attendees.some(({ approval }) => approval === 'approved');
  if (view.status !== 'proposed' || slots.length === 0 || !mayHelp) return [];
  if (slots.length === 1) {
    const only = slots[0];
    return [
      button(
        'Confirm now',
        'confirm',
        { ...onMeeting(view), ...(only === undefined ? {} : { slot: slotKey(only) }) },
        { style: 'positive', associatedInputs: 'none' },
      ),
    ];
  }
  return [
    slotForm({
      title: 'Confirm now',
      label: 'Which time?',
      inputId: 'slot',
      slots,
      reader,
      several: false,
      send: button('Confirm this time', 'confirm', onMeeting(view), { style: 'positive' }),
    }),
  ];
}

function chooseAction(view: MeetingView, reader: Reader): Action {
  const slots = choosable(view);
  if (slots.length === 0) return moveAction(view, reader, 'Other time');
  return slotForm({
    title: 'Choose a time',
    label: 'Put one or more of these to everybody',
    inputId: 'slots',
    slots,
    reader,
    several: true,
    send: button('Ask everybody', 'choose', onMeeting(view), { style: 'positive' }),
  });
}

/** Proposes a day and a time of the organizer's own. */
export function moveAction(view: MeetingView, reader: Reader, title: string): Action {
  return timeForm({
    title,
    reader,
    suggested: view.booking?.slot ?? view.proposal?.slots[0],
    extra: [],
    send: button('Ask everybody', 'move', {
      ...onMeeting(view),
      timeZone: reader.timeZone,
      durationMinutes: view.durationMinutes,
    }),
  });
}

export function cancelAction(view: MeetingView): Action {
  return commentForm({
    title: 'Cancel meeting',
    label: 'Reason, for everybody (optional)',
    inputId: 'reason',
    send: button('Cancel the meeting', 'cancel', onMeeting(view), { style: 'destructive' }),
  });
}

function proposalLines(view: MeetingView, reader: Reader): readonly Element[] {
  const proposal = view.proposal;
  if (proposal === undefined || view.status !== 'proposed') return [];
  const round =
    proposal.round > 1 ? [words(`Round ${proposal.round}`, { isSubtle: true, spacing: 'small' })] : [];
  const [only] = proposal.slots;
  const slots =
    proposal.slots.length === 1 && only !== undefined
      ? [slotLine(only, reader)]
      : proposal.slots.map((slot) => tallyLine(view, slot, reader));
  return [
    ...round,
    ...slots,
    words(`Answers until ${momentText(proposal.deadline, reader)}.`, { isSubtle: true, spacing: 'small' }),
  ];
}

/** What the meeting asks its organizer to decide, in its own words. */
export function choiceLines(view: MeetingView): readonly Element[] {
  return view.choice === undefined
    ? []
    : [
        {
          type: 'Container',
          style: 'emphasis',
          items: [line([run(view.choice.message, { weight: 'bolder' })])],
        },
      ];
}

/** The organizer's card of a meeting that is being agreed on: answers as they come, and what can be done. */
export function organizerCard(view: MeetingView, reader: Reader): AdaptiveCard {
  const isOpen = view.status === 'proposed';
  const waiting = isOpen && view.attendees.some(({ approval }) => approval === 'pending');
  const slots = view.proposal?.slots.map((slot) => slotText(slot, reader)).join('; ') ?? '';
  return adaptiveCard({
    fallbackText: `${view.title}: ${answeredText(view)}. ${slots}`.trim(),
    body: [
      heading(view.title),
      factsLine(view),
      ...agendaLines(view),
      ...choiceLines(view),
      ...proposalLines(view, reader),
      words(answeredText(view), { weight: 'bolder', separator: true }),
      ...approvalLines(view, reader),
      ...counterProposalLines(view, reader),
      ...warningLines(view, reader),
    ],
    actions: [
      ...(waiting ? [button('Remind', 'remind', onMeeting(view), { associatedInputs: 'none' })] : []),
      ...confirmAction(view, reader),
      chooseAction(view, reader),
      cancelAction(view),
    ],
  });
}
