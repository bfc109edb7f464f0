import { describe, expect, it } from 'vitest';

import { asViewer } from '../../../../../../infra/runtime/viewer.ts';
import type { PersonViewer } from '../../../../../../infra/runtime/viewer.ts';
import { createOnBehalfOf } from '../../../../../../workers/adapters/graph/sign-in/on-behalf-of.ts';
import { personSignInError } from '../../../../../../workers/adapters/graph/sign-in/sign-in-error.ts';
import { personId } from '../../../../../../workflows/domain/people/person.ts';

const hourMs = 3_600_000;

function viewer(name: string, token = name): PersonViewer {
  return {
    kind: 'person',
    personId: personId(name),
    assertion: `assertion-of-${token}`,
    key: token,
    expiresAtMs: Date.now() + hourMs,
  };
}

/** Exchanges every token for one that names it and how many came before; they last as long as told. */
function exchanging(lastsMs = hourMs, fail?: (count: number) => Error | undefined) {
  const asked: string[] = [];
  const onBehalfOf = createOnBehalfOf(
    (assertion) => {
      asked.push(assertion);
      const error = fail?.(asked.length);
      if (error !== undefined) return Promise.reject(error);
      return Promise.resolve({
        token: `${assertion}-${asked.length}`,
        expiresAtMs: Date.now() + lastsMs,
      });
    },
    { token: () => Promise.resolve('of-the-application') },
  );
  const tokenOf = (who: PersonViewer, fresh = false) =>
    asViewer(who, () => onBehalfOf.tokenSource.token({ fresh }));
  return { asked, onBehalfOf, tokenOf };
}

const ana = viewer('ana');
const bob = viewer('bob');
const challenge = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const needsClaims = () =>
  personSignInError({ error: 'interaction_required', description: '', suberror: '', claims: challenge }, 'x');

describe('access on behalf of people', () => {
  it('is each person’s own, exchanged once for any number of concurrent calls', async () => {
    const { asked, tokenOf } = exchanging();
    const tokens = await Promise.all([tokenOf(ana), tokenOf(bob), tokenOf(ana)]);
    expect(tokens).toEqual(['assertion-of-ana-1', 'assertion-of-bob-2', 'assertion-of-ana-1']);
    expect(await tokenOf(ana)).toBe('assertion-of-ana-1');
    expect(asked).toHaveLength(2);
  });

  it('is exchanged apart for another token of the same person, which may prove more or less', async () => {
    const { tokenOf } = exchanging();
    await tokenOf(ana);
    expect(await tokenOf(viewer('ana', 'ana-at-home'))).toBe('assertion-of-ana-at-home-2');
  });

  it('is exchanged again a minute before it ends, and when Graph refuses it', async () => {
    const ending = exchanging(59_000);
    expect([await ending.tokenOf(ana), await ending.tokenOf(ana)]).toEqual([
      'assertion-of-ana-1',
      'assertion-of-ana-2',
    ]);
    const lasting = exchanging();
    await lasting.tokenOf(ana);
    expect(await lasting.tokenOf(ana, true)).toBe('assertion-of-ana-2');
    expect(await lasting.tokenOf(ana)).toBe('assertion-of-ana-2');
  });

  it('is the application’s where no person calls, and nobody’s where it is not said who does', async () => {
    const { asked, onBehalfOf } = exchanging();
    const source = onBehalfOf.tokenSource;
    expect(await asViewer({ kind: 'application' }, () => source.token())).toBe('of-the-application');
    await expect(source.token()).rejects.toThrow('without saying for whom');
    expect(asked).toEqual([]);
  });

  it('passes on the requested claims, and does not ask again at once for a refused token', async () => {
    const { asked, onBehalfOf, tokenOf } = exchanging(hourMs, needsClaims);
    expect(await onBehalfOf.claimsNeeded(ana)).toBe(challenge);
    await expect(tokenOf(ana)).rejects.toMatchObject({ reason: 'forbidden' });
    expect(await onBehalfOf.claimsNeeded(ana)).toBe(challenge);
    expect(asked).toHaveLength(1);
    expect(await onBehalfOf.claimsNeeded(bob)).toBe(challenge);
    expect(asked).toHaveLength(2);
  });

  it('wants no claims of a person whose token is taken, or while nobody answers', async () => {
    expect(await exchanging().onBehalfOf.claimsNeeded(ana)).toBeUndefined();
    const away = exchanging(hourMs, () => personSignInError(undefined, new Error('cut')));
    expect(await away.onBehalfOf.claimsNeeded(ana)).toBeUndefined();
    await expect(away.tokenOf(ana)).rejects.toMatchObject({ reason: 'unavailable' });
  });
});
