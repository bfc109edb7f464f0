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
import type { Desk } from './meeting-context.ts';
import { now } from './meeting-context.ts';
import { onCommand } from './on-command.ts';

/** How long a confirmation waits for its booking before it answers with the meeting as it is by then. */
const bookingPatience = '10s';

/** Everything that a running meeting hears. */
export function listen(desk: Desk): void {
  setHandler(viewQuery, () => desk.view());
  setHandler(calendarChangedSignal, () => {
    desk.calendarChanged = true;
  });

  onCommand(desk, respondUpdate, {
    schema: respondSchema,
    operation: 'respond',
    evenWhileBooking: true,
    refusal: (input) => refuseAnswer(desk.state, input, now()),
    act: ({ caller, round, answers, counterProposal, comment }) => {
      const ballot = {
        personId: personOf(caller),
        round,
        answers,
        answeredAt: now(),
        ...(counterProposal === undefined ? {} : { counterProposal }),
        ...(comment === undefined ? {} : { comment }),
      };
      desk.apply({ kind: 'answered', caller, ballot });
    },
  });

  onCommand(desk, confirmUpdate, {
    schema: confirmSchema,
    operation: 'confirm',
    evenWhileBooking: true,
    refusal: ({ slot }, role) => {
      const picked = pickSlot(desk.state, role, slot, now());
      return picked.ok ? undefined : picked.problem;
    },
    act: async ({ caller, slot }, role) => {
      const picked = pickSlot(desk.state, role, slot, now());
      if (!picked.ok) return;
      desk.apply({ kind: 'confirmed', caller, slot: picked.value });
      await condition(() => desk.phase().kind !== 'booking', bookingPatience);
    },
  });

  onCommand(desk, chooseSlotsUpdate, {
    schema: chooseSlotsSchema,
    operation: 'chooseSlots',
    evenWhileBooking: false,
    refusal: ({ slots }) => refuseSlotChoice(desk.state, slots, now()),
    act: ({ caller, slots }) => {
      desk.apply({ kind: 'slotsChosen', caller, slots });
    },
  });

  onCommand(desk, rescheduleUpdate, {
    schema: rescheduleSchema,
    operation: 'reschedule',
    evenWhileBooking: false,
    refusal: (input) => refuseReschedule(desk.state, input, now()),
    act: (wanted) => {
      desk.apply({ kind: 'rescheduled', ...wanted });
    },
  });

  onCommand(desk, changeAttendeesUpdate, {
    schema: changeAttendeesSchema,
    operation: 'changeAttendees',
    evenWhileBooking: false,
    refusal: (input) => refuseAttendees(desk.state, input),
    act: ({ caller, add, remove }) => {
      desk.apply({ kind: 'attendeesChanged', caller, add, remove });
    },
  });

  onCommand(desk, remindUpdate, {
    schema: remindSchema,
    operation: 'remind',
    evenWhileBooking: false,
    refusal: () => refuseReminder(desk.state),
    act: ({ caller }) => {
      desk.apply({ kind: 'remindedByHand', caller });
    },
  });

  onCommand(desk, cancelUpdate, {
    schema: cancelSchema,
    operation: 'cancel',
    evenWhileBooking: true,
    refusal: () => refuseCancel(desk.state),
    act: ({ caller, reason }) => {
      desk.apply({ kind: 'cancelled', caller, ...(reason === undefined ? {} : { reason }) });
    },
  });
}
