import type { Act, Pending } from '../meaning/act.ts';

/** Whether a part tells which meeting, or what it shall become; of people: who comes in, may come, goes out. */
export const roles = ['which', 'to', 'optional', 'out'] as const;

export type Role = (typeof roles)[number];

/** A part of the sentence: the words `from` to `to`, the end excluded. */
export interface RolePart {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** A sentence whose parts are known. */
export interface RoleSentence {
  readonly words: readonly string[];
  readonly parts: readonly RolePart[];
  readonly act: Act;
  readonly pending: Pending;
}

const leading =
  /^(?:to|from|on|at|in|for|by|with|of|into|change|move|have|make|it|that|auf|von|vom|am|um|im|in|für|mit|zu[rm]?|à|au|aux|de|du|des|d|le|la|pour|avec|en|a|al|del|el|los|las|para|con|')$/;

/** The first word of a part after those that lead to it, which tell its role. */
function firstOf(words: readonly string[], { from, to }: RolePart): number {
  let first = from;
  while (first < to - 1 && leading.test(words[first] ?? '')) first += 1;
  return first;
}

const wordsBefore = 6;
const wordsAfter = 4;

/** What tells the role of one part: the words beside it, the act and the parts around it. */
export function roleFeatures({ words, parts, act, pending }: RoleSentence, part: RolePart): string[] {
  const { kind } = part;
  const at = parts.indexOf(part);
  const same = parts.filter((other) => other.kind === kind);
  const first = firstOf(words, part);
  const near = (by: number): string => (by < 0 ? words[first + by] : words[part.to + by - 1]) ?? '';
  const place = `${String(same.indexOf(part))} ${String(same.length)}`;
  const found: (string | number | undefined)[][] = [
    ['bias'],
    ['act', act],
    ['p1', near(-1)],
    ['p1', near(-1), act],
    ['p2', near(-2), near(-1)],
    ['p2', near(-2), near(-1), act],
    ['p3', near(-3), near(-2), near(-1)],
    ['n1', near(1)],
    ['n1', near(1), act],
    ['n2', near(1), near(2)],
    ['begins', words[0], act],
    ['begins', words[0], near(-1)],
    ['begins', words[0], words[1]],
    ['p1 n1', near(-1), near(1)],
    ['p2', near(-2)],
    ['own', words[first]],
    ['pending', pending, place],
    ['kinds', parts.map((other) => other.kind).join(' '), String(at)],
    ['kinds', parts.map((other) => other.kind).join(' '), String(at), near(-1)],
    ['kinds', same.length, ...parts.filter((other) => other !== part).map((other) => other.kind)],
    ['own', words[first], act],
    ['pending', pending, act],
    ['of its kind', place],
    ['of its kind', place, act],
    ['of its kind', place, near(-1)],
    ['of all', String(at), String(parts.length), act],
    ['after', parts[at - 1]?.kind, act],
    ['before', parts[at + 1]?.kind, act],
    ...words.slice(Math.max(0, first - wordsBefore), first).flatMap((word) => [
      ['left', word, act],
      ['left', word],
    ]),
    ...words.slice(part.to, part.to + wordsAfter).flatMap((word) => [
      ['right', word, act],
      ['right', word],
    ]),
  ];
  return found.map((feature) => [kind, ...feature].join('|'));
}
