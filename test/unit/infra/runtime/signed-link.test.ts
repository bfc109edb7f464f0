import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signLink, verifyLink } from '../../../../infra/runtime/signed-link.ts';

const secret = 'a secret of more than thirty-two characters';
const claims = {
  meetingId: 'meeting-1',
  personId: 'mailto:ann@example.org',
  expiresAt: '2026-03-02T09:00:00.000Z',
};
const before = Date.parse('2026-03-01T00:00:00Z');

describe('a signed link', () => {
  it('says whose it is until it expires', () => {
    expect(verifyLink(secret, signLink(secret, claims), before)).toEqual({ ok: true, claims });
  });

  it('expires at its instant', () => {
    const token = signLink(secret, claims);
    expect(verifyLink(secret, token, Date.parse(claims.expiresAt) - 1).ok).toBe(true);
    expect(verifyLink(secret, token, Date.parse(claims.expiresAt))).toEqual({ ok: false, reason: 'expired' });
  });

  it('signed with another secret counts for nothing', () => {
    expect(verifyLink(secret, signLink('another secret', claims), before)).toEqual({
      ok: false,
      reason: 'bad',
    });
  });

  it('counts for nothing when any character of it is changed', () => {
    const token = signLink(secret, claims);
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom('a', 'Z', '0', '9', '-', '_', '=', '+', '/', '.', ' '),
        (at, character) => {
          const changed = token.slice(0, at) + character + token.slice(at + 1);
          fc.pre(changed !== token);
          expect(verifyLink(secret, changed, before)).toEqual({ ok: false, reason: 'bad' });
        },
      ),
    );
  });

  it('never throws on invented input', () => {
    fc.assert(
      fc.property(fc.string(), (token) => {
        expect(verifyLink(secret, token, before)).toEqual({ ok: false, reason: 'bad' });
      }),
    );
  });
});
