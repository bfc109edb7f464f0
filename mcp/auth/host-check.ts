import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';

/**
 * Against DNS rebinding: a page of another site that resolves its name to this machine is refused by the `Host` that
 * it must send, and a browser's request from elsewhere by its `Origin` (MCP transports, "Security warning").
 * Gives a sentence when the request is refused.
 */
export function createHostCheck(
  hostnames: readonly string[],
): (headers: {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}) => string | undefined {
  const allowed = [...hostnames];
  return ({ host, origin }) => {
    const hostVerdict = validateHostHeader(host, allowed);
    if (!hostVerdict.ok) return 'This server does not answer under that name.';
    const originVerdict = validateOriginHeader(origin, allowed);
    return originVerdict.ok ? undefined : 'This server does not take requests from that origin.';
  };
}
