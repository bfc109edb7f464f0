import type { z } from 'zod';
import type { findTimes } from '../../../workflows/contract/catalogue/find-times.ts';
import type { Caller } from '../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../workflows/domain/problems/problem.ts';
import { everybody } from '../../../workflows/domain/meeting/people.ts';
import { organizerOf } from './caller-person.ts';
import { writeCandidate, writeConcession, writeObstacle } from './meeting-out.ts';
import type { OperationPorts } from './operation-ports.ts';
import { requestFrom } from './request-from.ts';

const usualResults = 5;

/** `meeting.findTimes`. */
export function lookForTimes(ports: OperationPorts) {
  return async (
    caller: Caller,
    input: z.output<typeof findTimes.input>,
  ): Promise<Result<z.input<typeof findTimes.output>>> => {
    const organizer = await organizerOf(ports.directory, caller, input);
    if (!organizer.ok) return organizer;
    const request = await requestFrom(ports, organizer.value, input);
    if (!request.ok) return request;
    const found = await ports.meetings.findTimes(caller, {
      request: request.value,
      maxResults: input.maxResults ?? usualResults,
    });
    if (!found.ok) return found;
    const { result } = found.value;
    const names = new Map(everybody(request.value).map(({ id, displayName }) => [id, displayName]));
    const { timeZone } = input;
    return {
      ok: true,
      value: {
        inputHash: result.inputHash,
        candidates: result.candidates.map((candidate) => writeCandidate(candidate, timeZone, names)),
        obstacles: result.obstacles.map((obstacle) => writeObstacle(obstacle, names)),
        concessions: result.concessions.map((one) => writeConcession(one, timeZone, names)),
      },
    };
  };
}
