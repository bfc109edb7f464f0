import type { z } from 'zod';
import type { catalogue, OperationKey } from '../../../workflows/contract/catalogue/catalogue.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import { InvalidInputError } from '../../../workflows/domain/problems/invalid-input.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { OperationPorts } from './operation-ports.ts';
import { keyOf } from './idempotency-key.ts';
import { changeMeeting } from './change-meeting.ts';
import { lookForTimes } from './look-for-times.ts';
import { answerMeeting } from './answer-meeting.ts';
import { proposeMeeting } from './propose-meeting.ts';
import { readFreeBusy } from './read-free-busy.ts';
import { writeMeeting } from './meeting-out.ts';
import { readSlot, readTime } from './wire-time.ts';

type InputOf<Key extends OperationKey> = z.output<(typeof catalogue)[Key]['input']>;
type OutputOf<Key extends OperationKey> = z.input<(typeof catalogue)[Key]['output']>;

type OperationHandlers = {
  readonly [Key in OperationKey]: (caller: Caller, input: InputOf<Key>) => Promise<Result<OutputOf<Key>>>;
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
  const { meetings, recent = meetings } = ports;
  return {
    findTimes: lookForTimes(ports),
    freeBusy: readFreeBusy(ports),
    propose: proposeMeeting(ports),
    respond: answerMeeting(ports),
    change: changeMeeting(ports),
    async get(caller, { meetingId, timeZone }) {
      const view = await recent.get(caller, { meetingId });
      return view.ok ? { ok: true, value: writeMeeting(view.value, timeZone ?? view.value.timeZone) } : view;
    },
    async confirm(caller, input) {
      const { meetingId, timeZone } = input;
      const slot = input.slot === undefined ? {} : { slot: readSlot(input.slot, timeZone ?? 'UTC', 'slot') };
      const view = await meetings.confirm(caller, { meetingId, idempotencyKey: keyOf(input), ...slot });
      return view.ok ? { ok: true, value: writeMeeting(view.value, timeZone ?? view.value.timeZone) } : view;
    },
    async remind(caller, input) {
      const { meetingId, timeZone } = input;
      const view = await meetings.remind(caller, { meetingId, idempotencyKey: keyOf(input) });
      return view.ok ? { ok: true, value: writeMeeting(view.value, timeZone ?? view.value.timeZone) } : view;
    },
    async cancel(caller, input) {
      const { meetingId, timeZone, reason } = input;
      const view = await meetings.cancel(caller, {
        meetingId,
        idempotencyKey: keyOf(input),
        reason,
      });
      return view.ok ? { ok: true, value: writeMeeting(view.value, timeZone ?? view.value.timeZone) } : view;
    },
    async list(caller, input) {
      const { which, status, startsAfter, startsBefore, timeZone = 'UTC', pageSize, pageToken } = input;
      const page = await meetings.list(caller, {
        which: which ?? 'all',
        pageSize: pageSize ?? 25,
        status,
        ...(startsAfter === undefined ? {} : { startsAfter: readTime(startsAfter, timeZone, 'startsAfter') }),
        ...(startsBefore === undefined
          ? {}
          : { startsBefore: readTime(startsBefore, timeZone, 'startsBefore') }),
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

/** Every operation of the catalogue over the use cases, with what callers write turned into what they mean. */
export function createOperations(ports: OperationPorts): Operations {
  const all = operationHandlers(ports);

  async function run<Key extends OperationKey>(
    key: Key,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Result<OutputOf<Key>>> {
    try {
      // The schema under the same key has read it.
      return await all[key](caller, input as unknown as InputOf<Key>);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return { ok: false, problem: { code: 'invalid', message: error.message, path: error.path } };
    }
  }

  return { execute: run };
}
