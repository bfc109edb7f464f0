import type { z } from 'zod';
import type { propose } from '../../../workflows/contract/catalogue/propose.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import { organizerOf } from './caller-person.ts';
import { written } from './meeting-out.ts';
import type { OperationPorts } from './operation-ports.ts';
import { keyOf } from './command-of.ts';
import { requestFrom } from './request-from.ts';
import { readSlot } from './wire-time.ts';

/** `meeting.propose`. */
export function proposeMeeting(ports: OperationPorts) {
  return async (
    caller: Caller,
    input: z.output<typeof propose.input>,
  ): Promise<Result<z.input<typeof propose.output>>> => {
    const organizer = await organizerOf(ports.directory, caller, input);
    if (!organizer.ok) return organizer;
    const request = await requestFrom(ports, organizer.value, input);
    if (!request.ok) return request;
    const slots = input.slots?.map((slot, index) => ({
      ...readSlot(slot, input.timeZone, `slots.${index}`),
      score: 0,
      reasons: [],
    }));
    const view = await ports.meetings.propose(caller, {
      request: request.value,
      idempotencyKey: keyOf(input),
      slots,
    });
    return written(view, ports.describe, input.timeZone);
  };
}
