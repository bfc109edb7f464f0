import { badRequest } from '../graph-error.ts';

/** A token of an OData `$filter` expression. */
export type FilterToken =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'instant'; readonly value: string }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'mark'; readonly value: string };

const pattern =
  /\s+|('(?:[^']|'')*')|(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w-]))|(-?\d+(?:\.\d+)?(?![\w-]))|([A-Za-z_@$][\w@.\-]*(?:\/[A-Za-z_@$][\w@.]*)*)|([(),:/])/gy;

/** @throws GraphError 400 at the first character that fits no token. */
export function filterTokens(expression: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < expression.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(expression);
    if (match === null) {
      throw badRequest(`Invalid filter clause: syntax error at position ${at} in the $filter expression.`);
    }
    const [, text, instant, number, word, mark] = match;
    if (text !== undefined) tokens.push({ kind: 'text', value: text.slice(1, -1).replaceAll("''", "'") });
    else if (instant !== undefined) tokens.push({ kind: 'instant', value: instant });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else if (mark !== undefined) tokens.push({ kind: 'mark', value: mark });
  }
  return tokens;
}
