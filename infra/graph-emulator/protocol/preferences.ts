import type { GraphCall } from './graph-call.ts';
import { ianaZone } from '../time/zones.ts';

/** The value of one preference of the `Prefer` header, without quotes; letter case in names is ignored. */
export function preference(call: Pick<GraphCall, 'headers'>, name: string): string | undefined {
  const header = call.headers['prefer'];
  if (header === undefined) return undefined;
  for (const part of header.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
    const [key = '', ...rest] = part.split('=');
    if (key.trim().toLowerCase() === name)
      return rest
        .join('=')
        .trim()
        .replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}

/**
 * The zone that answers are wanted in: `Prefer: outlook.timezone="…"`, Windows or IANA, UTC by default.
 * @throws GraphError 400 for an unknown zone.
 */
export function wantedZone(call: Pick<GraphCall, 'headers'>): string {
  const zoneName = preference(call, 'outlook.timezone');
  if (zoneName === undefined) return 'UTC';
  ianaZone(zoneName);
  return zoneName;
}

export function wantsImmutableIds(call: Pick<GraphCall, 'headers'>): boolean {
  return preference(call, 'idtype')?.toLowerCase() === 'immutableid';
}

/** The `Preference-Applied` header of the preferences that an Outlook answer follows. */
export function appliedPreferences(call: Pick<GraphCall, 'headers'>): Record<string, string> {
  const applied: string[] = [];
  const zoneName = preference(call, 'outlook.timezone');
  if (zoneName !== undefined) applied.push(`outlook.timezone="${zoneName}"`);
  const bodyType = preference(call, 'outlook.body-content-type');
  if (bodyType !== undefined) applied.push(`outlook.body-content-type="${bodyType}"`);
  if (wantsImmutableIds(call)) applied.push('IdType="ImmutableId"');
  return applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') };
}
