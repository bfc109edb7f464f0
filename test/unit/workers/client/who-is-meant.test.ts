import { describe, expect, it } from 'vitest';
import { isCalled, whoIsMeant } from '../../../../workers/client/who-is-meant.ts';
import type { KnownPeople } from '../../../../workflows/domain/people/known-people.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import { guestId, personId } from '../../../../workflows/domain/people/person.ts';

function person(displayName: string, at: number): Person {
  const [first = '', last = 'only'] = displayName.toLowerCase().split(' ');
  const id = personId(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
  return { id, displayName, mail: `${first}.${last}@contoso.example` };
}
const names = [
  'Bob Keller',
  'Bob Stone',
  'Carol Osei',
  'Alex Kim',
  'Alex Kimura',
  'Ewa Łukasik',
  'Robert Ray',
];
const people = names.map(person);
const [bob, bobStone, carol, alex, , ewa] = people as [Person, Person, Person, Person, Person, Person];
const pat: Person = {
  id: guestId('pat@partner.example'),
  displayName: 'Pat Doe',
  mail: 'pat@partner.example',
};
const engineering = {
  displayName: 'Engineering',
  mail: 'engineering@contoso.example',
  members: [carol, ewa],
};
const crew = { displayName: 'The Crew', mail: 'crew@contoso.example' };
const budget = { displayName: 'Q3 Budget', isOwn: true, members: [bob] };

/** A directory that answers whatever it is asked with all that it has. */
const known: KnownPeople = {
  people,
  groups: [engineering, crew, budget],
  nearby: [carol, pat],
  addresses: [
    { address: 'robert.keller@contoso.example', kind: 'person', person: bob },
    { address: 'engineering@contoso.example', kind: 'group', group: engineering },
    { address: 'lena.left@contoso.example', kind: 'switchedOff', displayName: 'Lena Left' },
    { address: 'karol.osei@contoso.example', kind: 'nobody' },
  ],
};
const directory = { lookUp: () => Promise.resolve(known) };

async function meantBy(text: string): Promise<unknown> {
  const [meant] = await whoIsMeant(directory, [text], bobStone.id);
  return meant;
}

describe('who is meant', () => {
  it.each([
    ['an id', bob.id, { kind: 'person', person: bob }],
    ['an alias', 'robert.keller@contoso.example', { kind: 'person', person: bob }],
    ['an alias in a link', 'mailto:Robert.Keller@contoso.example', { kind: 'person', person: bob }],
    ['a name and an address', 'Bob Keller <robert.keller@contoso.example>', { kind: 'person', person: bob }],
    ['a whole name that another begins with', ' ALEX KIM ', { kind: 'person', person: alex }],
    ['the family name first', 'Osei, Carol', { kind: 'person', person: carol }],
    ['plain letters', 'ewa lukasik', { kind: 'person', person: ewa }],
    ['a first name of two, one of whom asks', 'bob', { kind: 'person', person: bob }],
    ['a first name of two', 'Alex', { kind: 'several', people: [alex, people[4]] }],
    ['a contact from outside', 'Pat Doe', { kind: 'guest', person: pat }],
    ['a misheard name', 'Karol', { kind: 'nobody', nearest: [carol] }],
    ['the beginning of a name', 'caro', { kind: 'nobody', nearest: [carol] }],
    ['a name that nobody has', 'Zoe', { kind: 'nobody', nearest: [] }],
    ['nothing', '  ', { kind: 'nobody', nearest: [] }],
    ['a group', 'engineering', { kind: 'group', group: engineering }],
    ['a group with its noun', 'the Engineering team', { kind: 'group', group: engineering }],
    ['a part of the name of a group of one’s own', 'the budget team', { kind: 'group', group: budget }],
    ['the address of a group', 'engineering@contoso.example', { kind: 'group', group: engineering }],
    [
      'a colleague who has left',
      'lena.left@contoso.example',
      { kind: 'switchedOff', displayName: 'Lena Left' },
    ],
    [
      'an address of our own that nobody has',
      'karol.osei@contoso.example',
      { kind: 'nobody', nearest: [carol], address: 'karol.osei@contoso.example' },
    ],
    [
      'an address from outside',
      "Niamh.O'Brien@partner.example",
      {
        kind: 'guest',
        person: {
          id: guestId("niamh.o'brien@partner.example"),
          displayName: "niamh.o'brien",
          mail: "niamh.o'brien@partner.example",
        },
      },
    ],
    [
      'a name and an address from outside',
      '"Jo Roe" <jo@partner.example>',
      {
        kind: 'guest',
        person: { id: guestId('jo@partner.example'), displayName: 'Jo Roe', mail: 'jo@partner.example' },
      },
    ],
  ])('by %s: "%s"', async (_what, text, meant) => {
    expect(await meantBy(text)).toEqual(meant);
  });

  it('is found by id, address or full name in any letter case, and by no part of them', () => {
    for (const text of [
      carol.id,
      'CAROL.osei@contoso.example',
      'mailto:carol.osei@contoso.example',
      ' carol osei ',
    ])
      expect(isCalled(carol, text)).toBe(true);
    expect(isCalled(carol, 'carol')).toBe(false);
  });
});
