import { filterTokens, type FilterToken } from './filter-lexer.ts';
import { badRequest, type GraphError } from '../graph-error.ts';
import type { Json } from './json.ts';

type Scope = Readonly<Record<string, unknown>>;
type Evaluate = (item: Json, scope: Scope) => unknown;

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const maximumDepth = 40;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

/** Text compares without case; two date-times compare as instants. */
function comparable(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+)?(Z|[+-]\d\d:\d\d)?$/.test(value)) {
    const zoneless = /(Z|[+-]\d\d:\d\d)$/.test(value) || !value.includes('T') ? value : `${value}Z`;
    const instantMs = Date.parse(zoneless.replace(/(\.\d{3})\d+/, '$1'));
    if (!Number.isNaN(instantMs)) return instantMs;
  }
  return value.toLowerCase();
}

function compare(operator: (typeof comparisons)[number], left: unknown, right: unknown): boolean {
  const a = comparable(left);
  const b = comparable(right);
  if (operator === 'eq') return a === b;
  if (operator === 'ne') return a !== b;
  if (a === null || b === null || typeof a !== typeof b) return false;
  if (operator === 'gt') return a > b;
  if (operator === 'ge') return a >= b;
  return operator === 'lt' ? a < b : a <= b;
}

class FilterParser {
  readonly #tokens: readonly FilterToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly FilterToken[]) {
    this.#tokens = tokens;
  }

  parse(): Evaluate {
    const evaluate = this.#either();
    if (this.#at < this.#tokens.length) throw this.#wrong();
    return evaluate;
  }

  #wrong(): GraphError {
    const token = this.#tokens[this.#at];
    const where = token === undefined ? 'the end' : `'${String(token.value).slice(0, 60)}'`;
    return badRequest(`Invalid filter clause: unexpected ${where} in the $filter expression.`);
  }

  #takeMark(mark: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'mark' || token.value !== mark) return false;
    this.#at += 1;
    return true;
  }

  #needMark(mark: string): void {
    if (!this.#takeMark(mark)) throw this.#wrong();
  }

  #takeWord(...words: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word') return undefined;
    const word = words.find((candidate) => candidate === token.value.toLowerCase());
    if (word !== undefined) this.#at += 1;
    return word;
  }

  #either(): Evaluate {
    this.#depth += 1;
    if (this.#depth > maximumDepth)
      throw badRequest('Invalid filter clause: the $filter expression is too deep.');
    let left = this.#both();
    while (this.#takeWord('or') !== undefined) {
      const first = left;
      const second = this.#both();
      left = (item, scope) => first(item, scope) === true || second(item, scope) === true;
    }
    this.#depth -= 1;
    return left;
  }

  #both(): Evaluate {
    let left = this.#negation();
    while (this.#takeWord('and') !== undefined) {
      const first = left;
      const second = this.#negation();
      left = (item, scope) => first(item, scope) === true && second(item, scope) === true;
    }
    return left;
  }

  #negation(): Evaluate {
    let negated = false;
    while (this.#takeWord('not') !== undefined) negated = !negated;
    const inner = this.#comparison();
    return negated ? (item, scope) => inner(item, scope) !== true : inner;
  }

  #comparison(): Evaluate {
    const left = this.#operand();
    const word = this.#takeWord(...comparisons);
    const operator = comparisons.find((name) => name === word);
    if (operator !== undefined) {
      const right = this.#operand();
      return (item, scope) => compare(operator, left(item, scope), right(item, scope));
    }
    if (this.#takeWord('in') === undefined) return left;
    const choices = this.#list();
    return (item, scope) => choices.some((choice) => compare('eq', left(item, scope), choice(item, scope)));
  }

  #list(): Evaluate[] {
    this.#needMark('(');
    const items = [this.#operand()];
    while (this.#takeMark(',')) items.push(this.#operand());
    this.#needMark(')');
    return items;
  }

  #operand(): Evaluate {
    if (this.#takeMark('(')) {
      const inner = this.#either();
      this.#needMark(')');
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'mark') throw this.#wrong();
    this.#at += 1;
    if (token.kind !== 'word') return () => token.value;
    const word = token.value;
    if (word === 'true' || word === 'false') return () => word === 'true';
    if (word === 'null') return () => null;
    return this.#takeMark('(') ? this.#call(word) : this.#path(word);
  }

  #path(word: string): Evaluate {
    const names = word.split('/');
    return (item, scope) => {
      const [head = '', ...rest] = names;
      const start = Object.hasOwn(scope, head) ? scope[head] : memberOf(item, head);
      return rest.reduce<unknown>(memberOf, start);
    };
  }

  #call(word: string): Evaluate {
    const name = word.toLowerCase();
    if (name.endsWith('/any') || name.endsWith('/all'))
      return this.#lambda(word.slice(0, -4), name.endsWith('/any'));
    const values = [this.#operand()];
    while (this.#takeMark(',')) values.push(this.#operand());
    this.#needMark(')');
    const [first, second] = values;
    if (first === undefined || second === undefined || values.length !== 2) {
      throw badRequest(`Invalid filter clause: the function '${word.slice(0, 60)}' is not supported here.`);
    }
    const test = (how: (text: string, part: string) => boolean): Evaluate => {
      return (item, scope) => {
        const text = first(item, scope);
        const part = second(item, scope);
        return (
          typeof text === 'string' && typeof part === 'string' && how(text.toLowerCase(), part.toLowerCase())
        );
      };
    };
    if (name === 'startswith') return test((text, part) => text.startsWith(part));
    if (name === 'endswith') return test((text, part) => text.endsWith(part));
    if (name === 'contains') return test((text, part) => text.includes(part));
    throw badRequest(`Invalid filter clause: the function '${word.slice(0, 60)}' is not supported here.`);
  }

  #lambda(path: string, any: boolean): Evaluate {
    const collection = this.#path(path);
    const variable = this.#tokens[this.#at];
    if (variable?.kind !== 'word') throw this.#wrong();
    this.#at += 1;
    this.#needMark(':');
    const inner = this.#either();
    this.#needMark(')');
    return (item, scope) => {
      const list = collection(item, scope);
      if (!Array.isArray(list)) return !any;
      const holds = (element: unknown): boolean =>
        inner(item, { ...scope, [variable.value]: element }) === true;
      return any ? list.some(holds) : list.every(holds);
    };
  }
}

/**
 * Compiles an OData `$filter`: comparisons, `in`, `and`, `or`, `not`, `startswith`, `endswith`, `contains`, and
 * `any`/`all` over collections. @throws GraphError 400 where it is not understood.
 */
export function compileFilter(expression: string): (item: Json) => boolean {
  const evaluate = new FilterParser(filterTokens(expression)).parse();
  return (item) => evaluate(item, {}) === true;
}
