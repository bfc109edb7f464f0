/** What a word of a sentence is part of. `none`: it only joins others, or asks. */
export const tags = [
  'none',
  'title',
  'people',
  'when',
  'length',
  'end',
  'shift',
  'place',
  'room',
  'online',
  'option',
  'order',
  'all',
  'reason',
  'note',
] as const;

export type Tag = (typeof tags)[number];
