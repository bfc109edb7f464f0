import type { z } from 'zod';
import type { freeBusy } from '../../../workflows/contract/catalogue/free-busy.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { Person, PersonId, Room } from '../../../workflows/domain/people/person.ts';
import { hasCalendar } from '../../../workflows/domain/people/person.ts';
import { isCalled } from '../who-is-meant.ts';
import { callerPerson } from './caller-person.ts';
import { findPerson } from './find-people.ts';
import type { OperationPorts } from './operation-ports.ts';
import { readSlot, writeSlot } from './wire-time.ts';

/** A person, or a room by its id, address or name. */
async function findPersonOrRoom(
  { directory }: OperationPorts,
  text: string,
  path: string,
  asker: PersonId,
): Promise<Result<Person | Room>> {
  const rooms = await directory.rooms();
  const room = rooms.find((one) => isCalled(one, text));
  return room === undefined ? findPerson(directory, text, path, asker) : { ok: true, value: room };
}

/** `calendar.freebusy`. */
export function readFreeBusy(ports: OperationPorts) {
  return async (
    caller: Caller,
    input: z.output<typeof freeBusy.input>,
  ): Promise<Result<z.input<typeof freeBusy.output>>> => {
    const asker = await callerPerson(ports.directory, caller);
    if (!asker.ok) return asker;
    const { timeZone } = input;
    const window = readSlot(input, timeZone, 'window');
    const people: (Person | Room)[] = [];
    for (const [index, text] of input.people.entries()) {
      const found = await findPersonOrRoom(ports, text, `people.${index}`, asker.value.id);
      if (!found.ok) return found;
      people.push(found.value);
    }
    const members = people.filter(({ id }) => hasCalendar(id));
    const read = await ports.calendar.availability({ people: members, window });
    return {
      ok: true,
      value: {
        people: people.map(({ id, displayName }) => {
          const availability = read.find(({ personId }) => personId === id);
          const error =
            availability === undefined
              ? 'Guests have no calendar that can be read here: unknown, not free.'
              : availability.error;
          return {
            person: id,
            name: displayName,
            busy: (availability?.busy ?? []).map((one) => ({
              ...writeSlot(one, timeZone),
              status: one.status,
            })),
            error,
          };
        }),
      },
    };
  };
}
