import { describe, expect, it } from 'vitest';
import { isCalled, whoIsMeant } from '../../../../workers/client/who-is-meant.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import { guestId, personId } from '../../../../workflows/domain/people/person.ts';

function person(displayName: string): Person {
  const [first = ''] = displayName.toLowerCase().split(' ');
  return { id: personId(`id-${first}`), displayName, mail: `${first}@contoso.example` };
}
const [bob, bobby, carol] = [person('Bob'), person('Bobby Tables'), person('Carol Miller')];
const people = [bob, bobby, carol];

/** Knows people by id and address, and finds them by the beginning of their name. */
const directory = {
  person: (idOrMail: string) =>
    Promise.resolve(people.find(({ id, mail }) => id === idOrMail || mail === idOrMail)),
  search: ({ text }: { readonly text: string }) =>
    Promise.resolve(
      people.filter(({ displayName }) => displayName.toLowerCase().startsWith(text.toLowerCase())),
    ),
};

describe('who is meant', () => {
  it.each([
    ['an id', bob.id, { kind: 'person', person: bob }],
    ['an address', bob.mail, { kind: 'person', person: bob }],
    ['a part of one name', 'caro', { kind: 'person', person: carol }],
    ['a full name that another begins with', ' BOB ', { kind: 'person', person: bob }],
    ['a part of two names', 'bo', { kind: 'several', people: [bob, bobby] }],
    ['a name that nobody has', 'Zoe', { kind: 'nobody' }],
    ['nothing', '  ', { kind: 'nobody' }],
    [
      'an address that the directory does not know',
      'Eve@Fabrikam.example',
      {
        kind: 'guest',
        person: { id: guestId('eve@fabrikam.example'), displayName: 'Eve', mail: 'eve@fabrikam.example' },
      },
    ],
  ])('by %s: "%s"', async (_what, text, meant) => {
    expect(await whoIsMeant(directory, text)).toEqual(meant);
  });

  it('is found by id, address or full name in any letter case, and by no part of them', () => {
    for (const text of [carol.id, 'CAROL@contoso.example', ' carol miller '])
      expect(isCalled(carol, text)).toBe(true);
    expect(isCalled(carol, 'carol')).toBe(false);
  });
});
