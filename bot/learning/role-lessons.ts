import { tokenize } from '../language/grammar/token.ts';
import { bucketOf } from '../language/learned/weights.ts';
import { roleFeatures, roles } from '../language/roles/role-features.ts';
import type { Role, RoleSentence } from '../language/roles/role-features.ts';
import type { Lesson } from './learn-weights.ts';
import { marksIn } from './marks.ts';
import type { LearnedSentence } from './sentences.ts';

const kindOf: Readonly<Record<string, string>> = {
  when: 'time',
  people: 'person',
  title: 'title',
  place: 'place',
  room: 'room',
  length: 'length',
};

/** Acts that tell which meeting from what it shall become. */
const twoSidedActs = ['move', 'edit', 'late', 'change'] as const;

/** A part whose role is told, and the role that its mark gives it. */
interface ToldRole {
  readonly sentence: RoleSentence;
  readonly at: number;
  readonly role: Role;
}

/** The roles of the parts of a marked sentence; none where its act has one side only. */
function rolesIn({ text, marked = '', acts: [act = 'none'], pending }: LearnedSentence): ToldRole[] {
  if (!twoSidedActs.some((one) => one === act)) return [];
  const tokens = tokenize(text);
  const parts = marksIn(marked).map(({ tag, start, end, role }) => {
    const from = tokens.findIndex((token) => token.end > start);
    const after = tokens.findIndex((token) => token.start >= end);
    return { kind: kindOf[tag] ?? tag, from, to: after === -1 ? tokens.length : after, role };
  });
  const sentence = { words: tokens.map(({ text: word }) => word), parts, act, pending };
  return parts.flatMap(({ kind, role }, at): ToldRole[] => {
    if (!Object.values(kindOf).includes(kind)) return [];
    const told: Role =
      role === 'remove'
        ? 'out'
        : role === 'optional'
          ? 'optional'
          : role.startsWith('w') && role !== 'when'
            ? 'which'
            : 'to';
    return [{ sentence, at, role: told }];
  });
}

/** The same as lessons. */
export function roleLessons(sentence: LearnedSentence, buckets: number): Lesson[] {
  return rolesIn(sentence).flatMap(({ sentence: known, at, role }) => {
    const part = known.parts[at];
    if (part === undefined) return [];
    const found = new Set(roleFeatures(known, part).map((feature) => bucketOf(feature, buckets)));
    return [{ found: [...found], right: [roles.indexOf(role)] }];
  });
}
