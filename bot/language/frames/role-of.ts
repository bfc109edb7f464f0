import type { Heard } from '../hear.ts';
import type { MeetingAct, Pending } from '../meaning/act.ts';
import type { Part } from '../parts/part.ts';
// INTERIM
const { tell } = (await import('/tmp/frames-scratch/interim-roles.mjs' as string)) as { tell: (input: unknown, at: number) => { role: string; p: number }[] };

/** Whether a part tells which meeting, or what it shall become; of people: who comes in, may come, goes out. */
export type Role = 'which' | 'to' | 'optional' | 'out';

const twoSided: ReadonlySet<MeetingAct> = new Set(['move', 'edit', 'late']);

const leading = /^(?:to|from|on|at|in|for|by|with|of|into|change|move|have|make|it|that|auf|von|vom|am|um|im|in|für|mit|zu[rm]?|à|au|aux|de|du|des|d|le|la|pour|avec|en|a|al|del|el|los|las|para|con|')$/;

/** The first token of a part after the words that lead to it: they are what tells its role. */
function firstOf({ tokens }: Heard, from: number, to: number): number {
  let first = from;
  while (first < to - 1 && leading.test(tokens[first]?.text ?? '')) first += 1;
  return first;
}

/** The role of a part, by the words beside it where an act has both sides. */
export function roleOf(heard: Heard, parts: readonly Part[], at: number, act: MeetingAct, pending: Pending): Role {
  const part = parts[at];
  if (part === undefined) return 'which';
  if (!twoSided.has(act)) return act === 'choose' || act === 'answer' ? (part.kind === 'time' ? 'to' : 'which') : 'which';
  if (part.kind === 'time' && part.isInstead === true) return 'which';
  if (!['time', 'person', 'title', 'place', 'room', 'length'].includes(part.kind)) return 'to';
  const { tokens, text, context } = heard;
  const told = parts.map(({ kind, from, to }) => ({ kind, at: tokens[firstOf(heard, from, to)]?.start ?? 0, to: tokens[to - 1]?.end ?? 0 }));
  const [best] = tell({ text, parts: told, act, pending, language: context.locale }, at);
  switch (best?.role) {
    case 'when':
    case 'people':
    case 'add':
    case 'title':
    case 'place':
    case 'room':
    case 'length':
      return part.kind === 'person' && part.side === 'out' ? 'out' : 'to';
    case 'optional':
      return 'optional';
    case 'remove':
      return 'out';
    default:
      return 'which';
  }
}
