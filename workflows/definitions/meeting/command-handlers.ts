import { condition, setHandler } from '@temporalio/workflow';
import {
  cancelSchema,
  changeAttendeesSchema,
  chooseSlotsSchema,
  confirmSchema,
  remindSchema,
  rescheduleSchema,
  respondSchema,
} from '../../contract/messages/commands.ts';
import {
  calendarChangedSignal,
  cancelUpdate,
  changeAttendeesUpdate,
  chooseSlotsUpdate,
  confirmUpdate,
  remindUpdate,
  rescheduleUpdate,
  respondUpdate,
  viewQuery,
} from '../../contract/messages/messages.ts';
import { pickSlot } from '../../domain/meeting/pick-slot.ts';
import { refuseAnswer } from '../../domain/meeting/refuse-answer.ts';
import {
  refuseAttendees,
  refuseCancel,
  refuseReminder,
  refuseReschedule,
  refuseSlotChoice,
} from '../../domain/meeting/refuse-change.ts';
import { personOf } from '../../domain/meeting/role.ts';
import type { MeetingContext } from './meeting-context.ts';
import { now } from './meeting-context.ts';
import { onCommand } from './on-command.ts';

/** How long a confirmation waits for its booking before it answers with the meeting as it is by then. */
const bookingPatience = '10s';

/** Everything that a running meeting hears. */
export function handleCommands(context: MeetingContext): void {
  setHandler(viewQuery, () => context.view());
  setHandler(calendarChangedSignal, () => {
    context.calendarChanged = true;
  });

  onCommand(context, respondUpdate, {
    schema: respondSchema,
    operation: 'respond',
    evenWhileBooking: true,
    refusal: (input) => refuseAnswer(context.state, input, now()),
    act: ({ caller, round, answers, counterProposal, comment }) => {
      const ballot = {
        personId: personOf(caller),
        round,
        answers,
        answeredAt: now(),
        counterProposal,
        comment,
      };
      context.apply({ kind: 'answered', caller, ballot });
    },
  });

  onCommand(context, confirmUpdate, {
    schema: confirmSchema,
    operation: 'confirm',
    evenWhileBooking: true,
    refusal: ({ slot }, role) => {
      const picked = pickSlot(context.state, role, slot, now());
      return picked.ok ? undefined : picked.problem;
    },
    act: async ({ caller, slot }, role) => {
      const picked = pickSlot(context.state, role, slot, now());
      if (!picked.ok) return;
      context.apply({ kind: 'organizerConfirmed', caller, slot: picked.value });
      await condition(() => context.phase().kind !== 'bookingUnderWay', bookingPatience);
    },
  });

  onCommand(context, chooseSlotsUpdate, {
    schema: chooseSlotsSchema,
    operation: 'chooseSlots',
    evenWhileBooking: false,
    refusal: ({ slots }) => refuseSlotChoice(context.state, slots, now()),
    act: ({ caller, slots }) => {
      context.apply({ kind: 'slotsChosen', caller, slots });
    },
  });

  onCommand(context, rescheduleUpdate, {
    schema: rescheduleSchema,
    operation: 'reschedule',
    evenWhileBooking: false,
    refusal: (input) => refuseReschedule(context.state, input, now()),
    act: (wanted) => {
      context.apply({ kind: 'rescheduled', ...wanted });
    },
  });

  onCommand(context, changeAttendeesUpdate, {
    schema: changeAttendeesSchema,
    operation: 'changeAttendees',
    evenWhileBooking: false,
    refusal: (input) => refuseAttendees(context.state, input),
    act: ({ caller, add, remove }) => {
      context.apply({ kind: 'attendeesChanged', caller, add, remove });
    },
  });

  onCommand(context, remindUpdate, {
    schema: remindSchema,
    operation: 'remind',
    evenWhileBooking: false,
    refusal: () => refuseReminder(context.state),
    act: ({ caller }) => {
      context.apply({ kind: 'remindedByHand', caller });
    },
  });

  onCommand(context, cancelUpdate, {
    schema: cancelSchema,
    operation: 'cancel',
    evenWhileBooking: true,
    refusal: () => refuseCancel(context.state),
    act: ({ caller, reason }) => {
      context.apply({ kind: 'cancelled', caller, reason });
    },
  });
}
