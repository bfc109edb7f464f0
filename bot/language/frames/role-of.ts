import type { Heard } from '../hear.ts';
import type { MeetingAct, Pending } from '../meaning/act.ts';
import type { Part } from '../parts/part.ts';
import { tellRole } from '../roles/tell-role.ts';
import type { Role } from '../roles/role-features.ts';

/** Acts that tell which meeting from what it shall become; of the others a part can only be one of them. */
const twoSided: ReadonlySet<MeetingAct> = new Set(['move', 'edit', 'late']);

/** Kinds of parts that may be on either side. */
const eitherSide: ReadonlySet<Part['kind']> = new Set(['time', 'person', 'title', 'place', 'room', 'length']);

/** "to Friday", "auf 10 Uhr", "à demain"; "à 10h" and "a las 10" may be when it is. */
function isTarget(tokens: Heard['tokens'], { when, from, to }: Extract<Part, { kind: 'time' }>): boolean {
  const lead = [tokens[from]?.text, tokens[from - 1]?.text];
  if (lead.some((word) => word === 'to' || word === 'auf')) return true;
  const saysDay = when.items.some(({ days, weekdays }) => (days ?? weekdays) !== undefined);
  return to > from && saysDay && lead.some((word) => /^(?:a|à|al|au)$/.test(word ?? ''));
}

/** "from Thursday", "Friday's … to Monday": of two times the one that is moved. */
function isSource(tokens: Heard['tokens'], parts: readonly Part[], part: Part): boolean {
  const lead = [tokens[part.from]?.text, tokens[part.from - 1]?.text];
  const others = parts.filter((other) => other.kind === 'time' && other !== part);
  if (others.length === 0) return false;
  if (lead.some((word) => /^(?:from|von|vom|del|du|desde)$/.test(word ?? ''))) return true;
  return others.some((other) => other.kind === 'time' && other.from > part.to && isTarget(tokens, other));
}

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
  if (part.kind === 'person' && part.side === 'in') return 'to';
  if (part.kind === 'time' && act !== 'late' && isTarget(tokens, part)) return 'to';
  if (part.kind === 'time' && isSource(tokens, parts, part)) return 'which';
  if (!eitherSide.has(part.kind)) return 'to';
  const words = tokens.map(({ text }) => text);
  const role = tellRole({ words, parts, act, pending }, part);
  return part.kind === 'person' && part.side === 'out' ? 'out' : role;
}
