import type { z } from 'zod';
import type { change } from '../../../workflows/contract/catalogue/change.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { RequestedAttendee } from '../../../workflows/domain/meeting/request.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import { personOf } from '../../../workflows/domain/meeting/role.ts';
import { findPeople } from './find-people.ts';
import { written } from './meeting-out.ts';
import type { OperationPorts } from './operation-ports.ts';
import { commandOf } from './command-of.ts';
import { readSlot } from './wire-time.ts';

type Input = z.output<typeof change.input>;

async function peopleOf(
  { directory }: OperationPorts,
  input: Input,
  asker: PersonId,
): Promise<Result<{ readonly add: readonly RequestedAttendee[]; readonly remove: readonly PersonId[] }>> {
  const required = await findPeople(directory, input.addAttendees ?? [], 'addAttendees', asker);
  if (!required.ok) return required;
  const optional = await findPeople(
    directory,
    input.addOptionalAttendees ?? [],
    'addOptionalAttendees',
    asker,
  );
  if (!optional.ok) return optional;
  const removed = await findPeople(directory, input.removeAttendees ?? [], 'removeAttendees', asker);
  if (!removed.ok) return removed;
  return {
    ok: true,
    value: {
      add: [
        ...required.value.map((person) => ({ person, type: 'required' as const, wishes: [] })),
        ...optional.value.map((person) => ({ person, type: 'optional' as const, wishes: [] })),
      ],
      remove: removed.value.map(({ id }) => id),
    },
  };
}

/** `meeting.change`: first who, then when; each is one command with a key of its own. */
export function changeMeeting(ports: OperationPorts) {
  const { meetings } = ports;
  return async (caller: Caller, input: Input): Promise<Result<z.input<typeof change.output>>> => {
    const { timeZone, durationMinutes } = input;
    const { idempotencyKey: key, ...command } = commandOf(input);
    const people = await peopleOf(ports, input, personOf(caller));
    if (!people.ok) return people;
    const windows = input.windows?.map((one, index) => readSlot(one, timeZone, `windows.${index}`));
    const slots = input.slots?.map((one, index) => readSlot(one, timeZone, `slots.${index}`));
    const { add, remove } = people.value;
    const changesPeople = add.length > 0 || remove.length > 0;
    const changesTimes = windows !== undefined || slots !== undefined || durationMinutes !== undefined;
    let view: Result<MeetingView> | undefined;
    if (changesPeople) {
      view = await meetings.changeAttendees(caller, {
        ...command,
        idempotencyKey: `${key}:people`,
        add,
        remove,
      });
      if (!view.ok) return view;
    }
    if (changesTimes) {
      view = await meetings.reschedule(caller, {
        ...command,
        idempotencyKey: `${key}:times`,
        windows,
        slots,
        durationMinutes,
      });
    }
    if (view === undefined) {
      const message = 'Say what to change: windows, slots, the duration, or people.';
      return { ok: false, problem: { code: 'invalid', message } };
    }
    return written(view, ports.describe, timeZone);
  };
}
