import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';

const maxKnown = 100;

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
  /** Values of `Host` that passed; they differ by port and letter case alone. */
  const known = new Set<string>();

  function isHostAllowed(host: string | undefined): boolean {
    if (host !== undefined && known.has(host)) return true;
    if (!validateHostHeader(host, allowed).ok) return false;
    if (host !== undefined && known.size < maxKnown) known.add(host);
    return true;
  }

  return ({ host, origin }) => {
    if (!isHostAllowed(host)) return 'This server does not answer under that name.';
    const originVerdict = validateOriginHeader(origin, allowed);
    return originVerdict.ok ? undefined : 'This server does not take requests from that origin.';
  };
}
