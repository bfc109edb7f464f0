import type { GraphCall } from '../protocol/graph-call.ts';
import { badRequest } from '../graph-error.ts';
import type { QueryOptions } from '../protocol/query-options.ts';

/**
 * What the directory does with a query that needs its index. `$search` without the header is an error, `$count=true`
 * without it is silently ignored, and `$expand` does not go with `$search`.
 * Source: "Advanced query capabilities on Microsoft Entra ID objects" (learn.microsoft.com/graph/aad-advanced-queries).
 */
export function directoryQuery(call: GraphCall, options: QueryOptions): QueryOptions {
  const isEventual = call.headers['consistencylevel']?.toLowerCase() === 'eventual';
  if (options.search !== undefined && !isEventual) {
    throw badRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      'Request_UnsupportedQuery',
    );
  }
  if (options.search !== undefined && options.expand !== undefined) {
    throw badRequest('$expand is not supported together with $search.', 'Request_UnsupportedQuery');
  }
  return isEventual ? options : { ...options, count: false };
}
