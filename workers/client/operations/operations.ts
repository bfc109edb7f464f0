import type { z } from 'zod';
import type { cancel } from '../../../workflows/contract/catalogue/cancel.ts';
import type { OperationKey } from '../../../workflows/contract/catalogue/catalogue.ts';
import { catalogue } from '../../../workflows/contract/catalogue/catalogue.ts';
import type { Operation } from '../../../workflows/contract/catalogue/operation.ts';
import type { CommandName } from '../../../workflows/contract/commands/commands.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import { InvalidInputError } from '../../../workflows/domain/problems/invalid-input.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { GiveCommand } from '../meetings.ts';
import type { OperationPorts } from './operation-ports.ts';
import { commandOf } from './command-of.ts';
import { changeMeeting } from './change-meeting.ts';
import { lookForTimes } from './look-for-times.ts';
import { answerMeeting } from './answer-meeting.ts';
import { proposeMeeting } from './propose-meeting.ts';
import { readFreeBusy } from './read-free-busy.ts';
import { written } from './meeting-out.ts';
import { readSlot, readTime } from './wire-time.ts';

type InputOf<Key extends OperationKey> = z.output<(typeof catalogue)[Key]['input']>;
type OutputOf<Key extends OperationKey> = z.input<(typeof catalogue)[Key]['output']>;

/** Operations that are more than one command, or none. */
type OwnKey = {
  [Key in OperationKey]: (typeof catalogue)[Key] extends { readonly command: CommandName } ? never : Key;
}[OperationKey];

type OperationHandlers = {
  readonly [Key in OwnKey]: (caller: Caller, input: InputOf<Key>) => Promise<Result<OutputOf<Key>>>;
};

/** The catalogue, carried out. */
export interface Operations {
  /**
   * By the catalogue's key; the input has been read by the operation's schema, where the caller was let in. Only faults
   * of the services reject (`ServiceError`).
   */
  execute(
    key: OperationKey,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Result<Readonly<Record<string, unknown>>>>;
}

function operationHandlers(ports: OperationPorts): OperationHandlers {
  const { meetings, recent = meetings, describe } = ports;
  return {
    findTimes: lookForTimes(ports),
    freeBusy: readFreeBusy(ports),
    propose: proposeMeeting(ports),
    respond: answerMeeting(ports),
    change: changeMeeting(ports),
    get: async (caller, { meetingId, timeZone }) =>
      written(await recent.get(caller, { meetingId }), describe, timeZone),
    async confirm(caller, input) {
      const { timeZone } = input;
      const slot = input.slot === undefined ? undefined : readSlot(input.slot, timeZone ?? 'UTC', 'slot');
      return written(await meetings.confirm(caller, { ...commandOf(input), slot }), describe, timeZone);
    },
    async list(caller, input) {
      const { which, status, startsAfter, startsBefore, timeZone = 'UTC', pageSize, pageToken } = input;
      const page = await meetings.list(caller, {
        which: which ?? 'all',
        pageSize: pageSize ?? 25,
        status,
        startsAfter: startsAfter && readTime(startsAfter, timeZone, 'startsAfter'),
        startsBefore: startsBefore && readTime(startsBefore, timeZone, 'startsBefore'),
        pageToken,
      });
      if (!page.ok) return page;
      const { meetings: found, nextPageToken } = page.value;
      return {
        ok: true,
        value: { meetings: [...found], nextPageToken },
      };
    },
  };
}

/** An operation that is a command, field for field. */
function givenAs(name: CommandName, { meetings, describe }: OperationPorts) {
  const give = meetings[name] as GiveCommand<'cancel'>;
  return async (caller: Caller, { timeZone, ...fields }: z.output<typeof cancel.input>) =>
    written(await give(caller, { ...fields, ...commandOf(fields) }), describe, timeZone);
}

/** Every operation of the catalogue over the use cases, with what callers write turned into what they mean. */
export function createOperations(ports: OperationPorts): Operations {
  const own = operationHandlers(ports);

  return {
    execute: async (key, caller, input) => {
      const { command }: Operation = catalogue[key];
      const handler = command === undefined ? own[key as OwnKey] : givenAs(command, ports);
      try {
        // The schema under the same key has read it.
        return await handler(caller, input as never);
      } catch (error) {
        if (!(error instanceof InvalidInputError)) throw error;
        return { ok: false, problem: { code: 'invalid', message: error.message, path: error.path } };
      }
    },
  };
}
