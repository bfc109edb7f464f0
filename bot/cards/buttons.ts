import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { localDate, slotText, zoneText } from '../words/times.ts';
import type { CardVerb } from './card-action.ts';
import type { Action, Element, ExecuteAction } from './elements.ts';
import { sentence, showCard } from './elements.ts';

type ButtonLook = Pick<ExecuteAction, 'style' | 'associatedInputs'>;

/** A button that reports to the bot; `verb` and `data` are read by `cardAction`. */
export function button(
  title: string,
  verb: CardVerb,
  data: Readonly<Record<string, unknown>>,
  look: ButtonLook = {},
): ExecuteAction {
  return { type: 'Action.Execute', title, verb, data, ...look };
}

/** What every button on a meeting carries: which meeting, and the version that its reader saw. */
export function onMeeting(view: MeetingView): { readonly meetingId: string; readonly version: number } {
  return { meetingId: view.meetingId, version: view.version };
}

/** The same for answers, bound to the round that was shown. */
export function onRound(view: MeetingView): Readonly<Record<string, unknown>> {
  return {
    ...onMeeting(view),
    round: view.proposal?.round ?? 0,
    slotKeys: view.proposal?.slots.map(slotKey) ?? [],
  };
}

/** A form for a comment and a button that sends it. */
export function commentForm(input: {
  readonly title: string;
  readonly label: string;
  readonly inputId: string;
  readonly send: ExecuteAction;
}): Action {
  return showCard(
    input.title,
    [
      {
        type: 'Input.Text',
        id: input.inputId,
        label: input.label,
        isMultiline: true,
        maxLength: 1000,
      },
    ],
    [input.send],
  );
}

/** A form for a day and a time in the reader's zone. */
export function timeForm(input: {
  readonly title: string;
  readonly reader: Reader;
  readonly suggested: Slot | undefined;
  readonly extra: readonly Element[];
  readonly send: ExecuteAction;
}): Action {
  const { reader, suggested } = input;
  const { form } = reader.words.cards;
  return showCard(
    input.title,
    [
      sentence(form.inZone(zoneText(reader.timeZone, reader)), { isSubtle: true, size: 'small' }),
      {
        type: 'Input.Date',
        id: 'date',
        label: form.day,
        isRequired: true,
        errorMessage: form.chooseDay,
        ...(suggested === undefined ? {} : { value: localDate(suggested.start, reader.timeZone) }),
      },
      {
        type: 'Input.Time',
        id: 'time',
        label: form.start,
        isRequired: true,
        errorMessage: form.chooseTime,
      },
      ...input.extra,
    ],
    [input.send],
  );
}

/** A choice among slots; several only where `several`. The input's value is comma-separated slot keys. */
export function slotForm(input: {
  readonly title: string;
  readonly label: string;
  readonly inputId: string;
  readonly slots: readonly Slot[];
  readonly reader: Reader;
  readonly several: boolean;
  readonly send: ExecuteAction;
}): Action {
  const choices = input.slots.map((slot) => ({ title: slotText(slot, input.reader), value: slotKey(slot) }));
  return showCard(
    input.title,
    [
      {
        type: 'Input.ChoiceSet',
        id: input.inputId,
        label: input.label,
        style: 'expanded',
        wrap: true,
        isRequired: true,
        errorMessage: input.reader.words.cards.form.chooseTime,
        ...(input.several ? { isMultiSelect: true } : {}),
        ...(choices[0] === undefined ? {} : { value: choices[0].value }),
        choices,
      },
    ],
    [input.send],
  );
}
