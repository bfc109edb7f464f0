import type { GraphCall } from './graph-call.ts';
import { preference } from './preferences.ts';
import type { Json } from './json.ts';
import { pick, sorted, type QueryOptions } from './query-options.ts';

/** The request's own address with another page position: `@odata.nextLink`. */
function nextLink(call: GraphCall, skip: number): string {
  const query = new URLSearchParams(call.query);
  for (const key of [...query.keys()]) if (/^\$?skip$/i.test(key)) query.delete(key);
  query.set('$skip', String(skip));
  return `${call.base}${call.path.split('/').map(encodeURIComponent).join('/')}?${query.toString()}`;
}

/** Filters, sorts, pages and picks: `{ "@odata.context", "@odata.count"?, "@odata.nextLink"?, value }`. */
export function collectionPage(
  call: GraphCall,
  context: string,
  items: readonly Json[],
  options: QueryOptions,
  defaultPageSize: number,
  always?: readonly string[],
): Json {
  const matching = options.filter === undefined ? items : items.filter(options.filter);
  const ordered = options.orderBy.length === 0 ? matching : sorted(matching, options.orderBy);
  const pageSize = options.top ?? Number(preference(call, 'odata.maxpagesize') ?? defaultPageSize);
  const size =
    Number.isInteger(pageSize) && pageSize > 0
      ? Math.min(pageSize, 1_000)
      : options.top === 0
        ? 0
        : defaultPageSize;
  const page = ordered.slice(options.skip, options.skip + size);
  const end = options.skip + size;
  return {
    '@odata.context': `${call.base}/$metadata#${context}`,
    ...(options.count ? { '@odata.count': matching.length } : {}),
    ...(end < ordered.length && size > 0 ? { '@odata.nextLink': nextLink(call, end) } : {}),
    value: page.map((item) => pick(item, options.select, always)),
  };
}
