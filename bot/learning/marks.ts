import { tags } from '../language/parts/tag.ts';
import type { Tag } from '../language/parts/tag.ts';

const peopleRoles: ReadonlySet<string> = new Set(['add', 'remove', 'optional']);

/** A marked part of a sentence, from `start` to `end` in its text. */
export interface Mark {
  /** As it was marked: a leading w tells which meeting. */
  readonly role: string;
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
}

/** The parts that a sentence marks as `{role|words}`. */
export function marksIn(marked: string): Mark[] {
  const marks: Mark[] = [];
  let signs = 0;
  for (const match of marked.matchAll(/\{(\w+)\|([^{}|]*)\}/g)) {
    const [whole, role = '', words = ''] = match;
    const name = role.startsWith('w') && role !== 'when' ? role.slice(1) : role;
    const tag = peopleRoles.has(name) ? 'people' : tags.find((one) => one === name);
    const start = match.index - signs;
    signs += whole.length - words.length;
    if (tag !== undefined) marks.push({ role, tag, start, end: start + words.length });
  }
  return marks;
}
