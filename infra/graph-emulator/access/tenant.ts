import { createHash } from 'node:crypto';

/** A stable GUID for a name: the same in every start, so that tokens and tests can rely on it. */
export function stableGuid(name: string): string {
  const hex = createHash('sha256').update(`assent/${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The made-up tenant's directory id. */
export const tenantId = stableGuid('tenant');
