import { compileFilter } from './filter.ts';
import { badRequest } from '../graph-error.ts';
import type { Json } from './json.ts';

/** The OData options that a resource takes; asking for another is a 400 with a sentence. */
export type QueryOption =
  | '$select'
  | '$top'
  | '$skip'
  | '$filter'
  | '$orderby'
  | '$count'
  | '$expand'
  | '$search'
  | '$skiptoken'
  | '$deltatoken';

function option(query: URLSearchParams, name: QueryOption): string | undefined {
  const plain = name.slice(1);
  for (const [key, value] of query) {
    const lower = key.toLowerCase();
    if (lower === name || lower === plain) return value;
  }
  return undefined;
}

const known: readonly QueryOption[] = [
  '$select',
  '$top',
  '$skip',
  '$filter',
  '$orderby',
  '$count',
  '$expand',
  '$search',
  '$skiptoken',
  '$deltatoken',
];

function wholeNumber(query: URLSearchParams, name: QueryOption, maximum: number): number | undefined {
  const text = option(query, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value > maximum) {
    throw badRequest(
      `Invalid value '${text.slice(0, 60)}' for ${name} query option: it takes a whole number up to ${maximum}.`,
    );
  }
  return value;
}

export interface QueryOptions {
  readonly select: readonly string[] | undefined;
  readonly top: number | undefined;
  readonly skip: number;
  readonly filter: ((item: Json) => boolean) | undefined;
  readonly orderBy: readonly { readonly path: readonly string[]; readonly descending: boolean }[];
  readonly count: boolean;
  readonly expand: string | undefined;
  readonly search: string | undefined;
}

function readOrder(text: string | undefined): QueryOptions['orderBy'] {
  if (text === undefined || text.trim() === '') return [];
  return text.split(',').map((part) => {
    const match = /^\s*([A-Za-z][\w/]*)(?:\s+(asc|desc))?\s*$/i.exec(part);
    if (match === null) throw badRequest(`Invalid $orderby '${part.slice(0, 60)}'.`);
    return { path: (match[1] ?? '').split('/'), descending: match[2]?.toLowerCase() === 'desc' };
  });
}

/**
 * Reads the options of one request. @throws GraphError 400 for an option that the resource does not take
 * (`allowed`), one that OData does not know, or a bad value.
 */
export function readQueryOptions(query: URLSearchParams, allowed: readonly QueryOption[]): QueryOptions {
  for (const key of query.keys()) {
    if (!key.startsWith('$')) continue;
    const name = known.find((candidate) => candidate === key.toLowerCase());
    if (name === undefined) throw badRequest(`The query parameter '${key.slice(0, 60)}' is not supported.`);
    if (!allowed.includes(name)) {
      throw badRequest(
        `The query option '${name}' is not supported on this resource by this emulator of Microsoft Graph.`,
      );
    }
  }
  const select = option(query, '$select');
  const filter = option(query, '$filter');
  const names = select?.split(',').map((name) => name.trim());
  if (names?.some((name) => !/^[A-Za-z@][\w@./-]*$/.test(name)) === true) {
    throw badRequest(
      `Parsing OData Select and Expand failed: '${(select ?? '').slice(0, 100)}' is not a list of properties.`,
    );
  }
  return {
    select: names,
    top: allowed.includes('$top') ? wholeNumber(query, '$top', 999) : undefined,
    skip: allowed.includes('$skip') ? (wholeNumber(query, '$skip', 1_000_000) ?? 0) : 0,
    filter: filter === undefined ? undefined : compileFilter(filter),
    orderBy: readOrder(option(query, '$orderby')),
    count: option(query, '$count')?.toLowerCase() === 'true',
    expand: option(query, '$expand'),
    search: option(query, '$search'),
  };
}

/** The chosen properties; `id` and annotations always stay, as in Outlook's answers. */
export function pick(
  item: Json,
  select: readonly string[] | undefined,
  always: readonly string[] = ['id'],
): Json {
  if (select === undefined || select.includes('*')) return item;
  const wanted = new Set([...select.map((name) => name.split('/')[0]?.toLowerCase()), ...always]);
  return Object.fromEntries(
    Object.entries(item).filter(([key]) => key.startsWith('@') || wanted.has(key.toLowerCase())),
  );
}

function valueAt(item: Json, path: readonly string[]): string | number {
  const value = path.reduce<unknown>(
    (current, name) =>
      typeof current === 'object' && current !== null ? (current as Json)[name] : undefined,
    item,
  );
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? value.toLowerCase() : '';
}

export function sorted(items: readonly Json[], orderBy: QueryOptions['orderBy']): Json[] {
  return [...items].sort((one, other) => {
    for (const { path, descending } of orderBy) {
      const a = valueAt(one, path);
      const b = valueAt(other, path);
      if (a !== b) return (a < b ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  });
}
