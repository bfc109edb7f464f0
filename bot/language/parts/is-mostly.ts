import type { Tag } from './tag.ts';

/** Whether most of the words are part of this. */
export function isMostly(
  tag: Tag,
  { from, to }: { readonly from: number; readonly to: number },
  tags: readonly Tag[],
): boolean {
  const count = tags.slice(from, to).filter((one) => one === tag).length;
  return (
    count * 2 > to - from || (count > 0 && tags.slice(from, to).every((one) => one === tag || one === 'none'))
  );
}
