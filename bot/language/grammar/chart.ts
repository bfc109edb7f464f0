import type { AnySense } from './rule.ts';
import type { Token } from './token.ts';
import type { Trie } from './trie.ts';

/** Something understood about the tokens `from` (inclusive) to `to` (exclusive). */
export interface Finding<Sense extends AnySense> {
  readonly from: number;
  readonly to: number;
  readonly sense: Sense;
}

/** Reads what rows cannot say, such as `10/1/2018`, at one token. */
export type Lexer<Sense extends AnySense, Context> = (
  tokens: readonly Token[],
  at: number,
  context: Context,
) => readonly { readonly to: number; readonly sense: Sense }[];

export interface Grammar<Sense extends AnySense, Context> {
  readonly lexers: readonly Lexer<Sense, Context>[];
  readonly rules: Trie<Sense, Context>;
}

/** Keeps the work linear in the text's length, however ambiguous the text. */
const maxFindingsAtToken = 160;

/** Rows tried for one text at most; everyday sentences take some thousands. What begins earlier is then not found. */
const maxTries = 150_000;

interface Budget {
  tries: number;
}

/**
 * Finds everything that the grammar can say about any stretch of the tokens, by the token that it begins at.
 * Goes from right to left, so that all that may follow is known when a row is tried.
 */
export function findAll<Sense extends AnySense, Context>(
  tokens: readonly Token[],
  grammar: Grammar<Sense, Context>,
  context: Context,
): Finding<Sense>[][] {
  const chart: Finding<Sense>[][] = tokens.map(() => []);
  const budget: Budget = { tries: maxTries };
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    findAt(at, tokens, grammar, context, chart, budget);
  }
  return chart;
}

function findAt<Sense extends AnySense, Context>(
  at: number,
  tokens: readonly Token[],
  grammar: Grammar<Sense, Context>,
  context: Context,
  chart: Finding<Sense>[][],
  budget: Budget,
): void {
  const here = chart[at] ?? [];
  const seen = new Set<string>();
  const add = (to: number, sense: Sense): void => {
    const key = `${sense.kind} ${sense.variant ?? ''} ${String(to)}`;
    if (seen.has(key) || here.length >= maxFindingsAtToken) return;
    seen.add(key);
    here.push({ from: at, to, sense });
  };
  const follow = (node: Trie<Sense, Context>, to: number, senses: readonly Sense[]): void => {
    for (const rule of node.complete) {
      if (budget.tries <= 0) return;
      budget.tries -= 1;
      const make = rule.make as (context: Context, ...senses: Sense[]) => Sense | undefined;
      const sense = make(context, ...senses);
      if (sense !== undefined) add(to, sense);
    }
    const token = tokens[to];
    if (token === undefined) return;
    for (const byWord of node.words.get(token.text) ?? []) follow(byWord, to + 1, senses);
    if (node.kinds.size === 0) return;
    if (budget.tries <= 0) return;
    for (const next of chart[to] ?? []) {
      const byKind = node.kinds.get(next.sense.kind);
      if (byKind !== undefined) follow(byKind, next.to, [...senses, next.sense]);
    }
  };
  for (const lexer of grammar.lexers) {
    for (const { to, sense } of lexer(tokens, at, context)) add(to, sense);
  }
  const word = tokens[at]?.text ?? '';
  for (const byWord of grammar.rules.words.get(word) ?? []) follow(byWord, at + 1, []);
  // Findings that begin here grow while they are walked.
  for (let index = 0; index < here.length; index += 1) {
    const finding = here[index];
    if (finding === undefined) break;
    const byKind = grammar.rules.kinds.get(finding.sense.kind);
    if (byKind !== undefined) follow(byKind, finding.to, [finding.sense]);
  }
}
