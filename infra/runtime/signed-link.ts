import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Who may answer which meeting through a link, and until when. */
export interface LinkClaims {
  readonly meetingId: string;
  readonly personId: string;
  /** ISO 8601 instant. */
  readonly expiresAt: string;
}

export type LinkVerdict =
  | { readonly ok: true; readonly claims: LinkClaims }
  | { readonly ok: false; readonly reason: 'bad' | 'expired' };

const claimsShape = z.strictObject({
  m: z.string().min(1),
  p: z.string().min(1),
  e: z.number().int(),
});

function sign(secret: string, payload: string): Buffer {
  return createHmac('sha256', secret).update(`assent-link.v1.${payload}`).digest();
}

/** A token for the path of a link: base64url of the claims, a dot, and their HMAC-SHA256. */
export function signLink(secret: string, { meetingId, personId, expiresAt }: LinkClaims): string {
  const claims = { m: meetingId, p: personId, e: Date.parse(expiresAt) };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${sign(secret, payload).toString('base64url')}`;
}

function readPayload(payload: string): LinkClaims | undefined {
  try {
    const claims = claimsShape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    if (!claims.success) return undefined;
    const { m, p, e } = claims.data;
    return { meetingId: m, personId: p, expiresAt: new Date(e).toISOString() };
  } catch {
    return undefined;
  }
}

/** Says whose link it is, or why it is not valid; the signature is compared in constant time. */
export function verifyLink(secret: string, token: string, nowMs: number): LinkVerdict {
  const [payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0)
    return { ok: false, reason: 'bad' };
  const expected = sign(secret, payload);
  const given = Buffer.from(signature, 'base64url');
  const isOurs =
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    given.toString('base64url') === signature;
  const claims = isOurs ? readPayload(payload) : undefined;
  if (claims === undefined) return { ok: false, reason: 'bad' };
  return Date.parse(claims.expiresAt) > nowMs ? { ok: true, claims } : { ok: false, reason: 'expired' };
}
