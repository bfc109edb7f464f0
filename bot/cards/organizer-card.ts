import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { asksNobody } from '../../workflows/domain/policy/policy.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { questionText } from '../words/decision-text.ts';
import type { Reader } from '../words/reader.ts';
import { momentText, slotText } from '../words/times.ts';
import { answeredText, approvalLines, counterProposalLines, tallyLine } from './approvals.ts';
import { button, commentForm, onMeeting, slotForm, timeForm } from './buttons.ts';
import type { Action, AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, heading, line, run, sentence } from './elements.ts';
import { agendaLines, factsLine, slotLine, warningLines } from './meeting-lines.ts';
import type { CardReader } from './reader.ts';

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
  const { organizer } = reader.words.cards;
  const slots = view.proposal?.slots ?? [];
  // Before anybody has approved it would only be refused.
  const mayHelp = view.choice !== undefined || view.attendees.some(({ approval }) => approval === 'approved');
  if (view.status !== 'proposed' || slots.length === 0 || !mayHelp) return [];
  if (slots.length === 1) {
    const only = slots[0];
    return [
      button(
        organizer.confirm,
        'confirm',
        { ...onMeeting(view), ...(only === undefined ? {} : { slot: slotKey(only) }) },
        { style: 'positive', associatedInputs: 'none' },
      ),
    ];
  }
  return [
    slotForm({
      title: organizer.confirm,
      label: organizer.whichTime,
      inputId: 'slot',
      slots,
      reader,
      several: false,
      send: button(organizer.confirmThis, 'confirm', onMeeting(view), { style: 'positive' }),
    }),
  ];
}

function chooseAction(view: MeetingView, reader: Reader): Action {
  const slots = choosable(view);
  return slots.length === 0
    ? moveAction(view, reader, reader.words.cards.organizer.otherTime)
    : askAction(view, slots, reader);
}

/** What the button says that puts times to everybody, or books them where nobody is asked. */
function askText({ policy }: MeetingView, { words }: Reader): string {
  const { organizer, suggestion } = words.cards;
  return asksNobody(policy) ? suggestion.book : organizer.ask;
}

/** Puts some of these times to everybody. */
export function askAction(view: MeetingView, slots: readonly Slot[], reader: Reader): Action {
  const { organizer } = reader.words.cards;
  const isUnasked = asksNobody(view.policy);
  return slotForm({
    title: organizer.choose,
    label: isUnasked ? organizer.whichTime : organizer.chooseLabel,
    inputId: 'slots',
    slots,
    reader,
    several: !isUnasked,
    send: button(askText(view, reader), 'choose', onMeeting(view), { style: 'positive' }),
  });
}

/** Proposes a day and a time of the organizer's own. */
export function moveAction(view: MeetingView, reader: Reader, title: string): Action {
  return timeForm({
    title,
    reader,
    suggested: view.booking?.slot ?? view.proposal?.slots[0],
    extra: [],
    send: button(askText(view, reader), 'move', {
      ...onMeeting(view),
      timeZone: reader.timeZone,
      durationMinutes: view.durationMinutes,
    }),
  });
}

export function cancelAction(view: MeetingView, { words }: Reader): Action {
  const { organizer } = words.cards;
  return commentForm({
    title: organizer.cancel,
    label: organizer.cancelReason,
    inputId: 'reason',
    send: button(organizer.cancelNow, 'cancel', onMeeting(view), { style: 'destructive' }),
  });
}

function proposalLines(view: MeetingView, reader: Reader): readonly Element[] {
  const { proposal } = view;
  const { organizer } = reader.words.cards;
  if (proposal === undefined || view.status !== 'proposed') return [];
  const round =
    proposal.round > 1
      ? [sentence(organizer.round(proposal.round), { isSubtle: true, spacing: 'small' })]
      : [];
  const [only] = proposal.slots;
  const slots =
    proposal.slots.length === 1 && only !== undefined
      ? [slotLine(only, reader)]
      : proposal.slots.map((slot) => tallyLine(view, slot, reader));
  const booked =
    view.booking === undefined
      ? []
      : [line([run(organizer.stillBooked(slotText(view.booking.slot, reader)))], { spacing: 'small' })];
  return [
    ...booked,
    ...round,
    ...slots,
    ...(asksNobody(view.policy)
      ? []
      : [
          sentence(organizer.answersBy(momentText(proposal.deadline, reader)), {
            isSubtle: true,
            spacing: 'small',
          }),
        ]),
  ];
}

/** What the organizer is asked to decide, in one line. */
export function choiceLines(view: MeetingView, reader: Reader): readonly Element[] {
  return view.choice === undefined
    ? []
    : [
        {
          type: 'Container',
          style: 'emphasis',
          items: [line([run(questionText(view.choice, view, reader), { weight: 'bolder' })])],
        },
      ];
}

/** The organizer's card of a meeting that is being agreed on: answers as they come, and what can be done. */
export function organizerCard(view: MeetingView, reader: CardReader): AdaptiveCard {
  const isOpen = view.status === 'proposed';
  const isUnasked = asksNobody(view.policy);
  const waiting = isOpen && !isUnasked && view.attendees.some(({ approval }) => approval === 'pending');
  const slots = view.proposal?.slots.map((slot) => slotText(slot, reader)).join('; ') ?? '';
  return adaptiveCard({
    fallbackText: isUnasked
      ? `${view.title}: ${slots}`
      : `${view.title}: ${answeredText(view, reader)}. ${slots}`.trim(),
    body: [
      heading(view.title),
      factsLine(view, reader),
      ...agendaLines(view),
      ...choiceLines(view, reader),
      ...proposalLines(view, reader),
      ...(isUnasked ? [] : [sentence(answeredText(view, reader), { weight: 'bolder', separator: true })]),
      ...approvalLines(view, reader),
      ...counterProposalLines(view, reader),
      ...warningLines(view, reader),
    ],
    actions: [
      ...(waiting
        ? [
            button(reader.words.cards.organizer.remind, 'remind', onMeeting(view), {
              associatedInputs: 'none',
            }),
          ]
        : []),
      ...confirmAction(view, reader),
      chooseAction(view, reader),
      cancelAction(view, reader),
    ],
  });
}
