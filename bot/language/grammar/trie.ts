import type { AnySense, Rule } from './rule.ts';

/** All patterns of a grammar, sharing their beginnings. */
export interface Trie<Sense extends AnySense, Context> {
  /** Where a word leads: one node for each set of words that it is one of, so that long sets cost no more nodes. */
  readonly words: Map<string, Trie<Sense, Context>[]>;
  /** The nodes by their sets of words, while patterns are added. */
  readonly sets: Map<string, Trie<Sense, Context>>;
  readonly kinds: Map<string, Trie<Sense, Context>>;
  readonly complete: Rule<Sense, Context>[];
}

type Item =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'sense'; readonly sense: string; readonly optional: boolean };

function emptyTrie<Sense extends AnySense, Context>(): Trie<Sense, Context> {
  return { words: new Map(), sets: new Map(), kinds: new Map(), complete: [] };
}

function itemOf(source: string): Item {
  if (source.startsWith('<')) return { kind: 'sense', sense: source.slice(1, -1), optional: false };
  const optional = source.length > 1 && source.endsWith('?');
  const words = (optional ? source.slice(0, -1) : source).split('|');
  return { kind: 'words', words, optional };
}

function childOfKind<Sense extends AnySense, Context>(
  { kinds }: Trie<Sense, Context>,
  name: string,
): Trie<Sense, Context> {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  const made = emptyTrie<Sense, Context>();
  kinds.set(name, made);
  return made;
}

function childOfWords<Sense extends AnySense, Context>(
  { words, sets }: Trie<Sense, Context>,
  set: readonly string[],
): Trie<Sense, Context> {
  const key = set.join('|');
  const known = sets.get(key);
  if (known !== undefined) return known;
  const made = emptyTrie<Sense, Context>();
  sets.set(key, made);
  for (const word of new Set(set)) words.set(word, [...(words.get(word) ?? []), made]);
  return made;
}

function insert<Sense extends AnySense, Context>(
  node: Trie<Sense, Context>,
  items: readonly Item[],
  position: number,
  rule: Rule<Sense, Context>,
): void {
  const item = items[position];
  if (item === undefined) {
    if (!node.complete.includes(rule)) node.complete.push(rule);
    return;
  }
  if (item.optional) insert(node, items, position + 1, rule);
  if (item.kind === 'sense') {
    insert(childOfKind(node, item.sense), items, position + 1, rule);
    return;
  }
  insert(childOfWords(node, item.words), items, position + 1, rule);
}

/** Compiles rows once; earlier rows win where two of them say the same kind of thing about the same words. */
export function compileRules<Sense extends AnySense, Context>(
  rules: readonly Rule<Sense, Context>[],
): Trie<Sense, Context> {
  const root = emptyTrie<Sense, Context>();
  for (const rule of rules) insert(root, rule.pattern.split(' ').map(itemOf), 0, rule);
  return root;
}
