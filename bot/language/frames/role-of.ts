import type { Heard } from '../hear.ts';
import type { MeetingAct, Pending } from '../meaning/act.ts';
import type { Part } from '../parts/part.ts';
import { tellRole } from '../roles/tell-role.ts';
import type { Role } from '../roles/role-features.ts';

/** Acts that tell which meeting from what it shall become; of the others a part can only be one of them. */
const twoSided: ReadonlySet<MeetingAct> = new Set(['move', 'edit', 'late']);

/** Kinds of parts that may be on either side. */
const eitherSide: ReadonlySet<Part['kind']> = new Set(['time', 'person', 'title', 'place', 'room', 'length']);

/** The role of one of the parts, by the words beside it where an act has both sides. */
export function roleOf(
  { tokens }: Heard,
  parts: readonly Part[],
  part: Part,
  act: MeetingAct,
  pending: Pending,
): Role {
  if (!twoSided.has(act)) {
    const isAnswered = act === 'choose' || act === 'answer';
    return isAnswered && part.kind === 'time' ? 'to' : 'which';
  }
  if (part.kind === 'time' && part.side !== undefined) return part.side;
  if (!eitherSide.has(part.kind)) return 'to';
  const words = tokens.map(({ text }) => text);
  const role = tellRole({ words, parts, act, pending }, part);
  return part.kind === 'person' && part.side === 'out' ? 'out' : role;
}
