import { asksNobody } from '../policy/policy.ts';
import type { Problem } from '../problems/problem.ts';
import { refuse } from '../problems/refuse.ts';
import type { Caller } from './caller.ts';
import type { MeetingRequest } from './request.ts';

/** Who may have a meeting booked without anybody being asked; an installation chooses. */
export type UnaskedBooking = 'people' | 'everyone' | 'nobody';

/** Why this caller may not have it booked like that; undefined where somebody is asked, or the installation allows it. */
export function refuseUnasked(
  caller: Caller,
  { policy }: Pick<MeetingRequest, 'policy'>,
  allowed: UnaskedBooking,
): Problem | undefined {
  const isAgent = caller.kind === 'agent';
  const mayBook = allowed === 'everyone' || (allowed === 'people' && !isAgent);
  return mayBook || !asksNobody(policy) ? undefined : refuse({ reason: 'askFirst', isAgent });
}
