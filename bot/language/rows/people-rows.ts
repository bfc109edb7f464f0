import type { Person } from '../../../workflows/domain/people/person.ts';
import { doesnt, dont, fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestContext, RequestSense } from '../meaning/sense.ts';

type People = Extract<RequestSense, { kind: 'people' }>;
type Somebody = Extract<RequestSense, { kind: 'somebody' }>;

const known = (people: readonly NamedPerson[]): People => ({ kind: 'people', people, strangers: 'none' });

/** Everybody in the conversation. */
export function members(context: RequestContext): People {
  return known(context.members.map((person: Person) => ({ name: person.displayName, candidates: [person] })));
}

/** The words for oneself. */
export function self(context: RequestContext, name: string): NamedPerson {
  return { name, candidates: [context.sender], self: true };
}

function listOf({ person, stranger }: Somebody): People {
  return { kind: 'people', people: [person], strangers: stranger };
}

/** "Jane (jane@acme.com)": the address is the person's. */
function withAddress(stranger: NamedPerson, person: NamedPerson): Somebody | undefined {
  return person.name.includes('@') && !person.name.startsWith('@') && stranger.candidates.length === 0
    ? { kind: 'somebody', person: withName(person, stranger.name), stranger: 'none' }
    : undefined;
}

/** A guest is called by the name that was written beside the address. */
function withName(person: NamedPerson, displayName: string): NamedPerson {
  if (!/^\p{Lu}/u.test(displayName)) return person;
  const candidates = person.candidates.map((one) =>
    one.displayName === one.mail ? { ...one, displayName } : one,
  );
  return { ...person, candidates };
}

/** A list grows from its end, so that its beginnings are not tried with each other. */
export function join(one: Somebody, others: People): People {
  const kinds = [one.stranger, others.strangers];
  const strangers = kinds.includes('lower') ? 'lower' : kinds.includes('upper') ? 'upper' : 'none';
  return { kind: 'people', people: [one.person, ...others.people], strangers };
}

export const required = (people: People): RequestSense =>
  fact({ about: 'attendees', people: people.people, type: 'required' });
export const optional = (people: People): RequestSense =>
  fact({ about: 'attendees', people: people.people, type: 'optional' });

/** "I don't have to be there" is about nobody who is invited. */
function ofOthers(people: People): RequestSense | undefined {
  return people.people.some(({ self: me }) => me === true) ? undefined : optional(people);
}

const lists: readonly RequestRule[] = [
  row('mr|mrs|ms|miss|mx|dr|prof|professor|sir .? <person>', (_, p) => p),
  row('mr|mrs|ms|miss|mx|dr|prof|professor|sir .? <stranger>', (_, s) => s),
  row('<person>', (_, p) => ({ kind: 'somebody', person: p.person, stranger: 'none' })),
  row('<stranger>', (_, s) => ({
    kind: 'somebody',
    person: s.person,
    stranger: s.lower ? 'lower' : 'upper',
  })),
  row('<stranger> ( <person> )', (_, s, p) => withAddress(s.person, p.person)),
  row('me|myself|i', (c) => ({ kind: 'somebody', person: self(c, 'me'), stranger: 'none' })),
  row('<somebody>', (_, one) => listOf(one)),
  row('everyone|everybody|all here|in in? this? the? chat|channel|group|thread|conversation|team', members),
  row('everyone|everybody|all here', members),
  row('everyone|everybody', members),
  row('all of us', members),
  row('us all', members),
  row('us', members),
  row('the whole|entire? team|group|gang|crew|channel', members),
  row('<somebody> ,|&|+|/|and|plus|n <people>', (_, a, b) => join(a, b)),
  row('<somebody> , and|& <people>', (_, a, b) => join(a, b)),
  row('<somebody> and also <people>', (_, a, b) => join(a, b)),
  row('both <people>', (_, p) => p),
];

/** "the three of us (Bob, Dan, me)" tells who comes, and no quorum. */
const ofUs: readonly RequestRule[] = [
  row('the <number> of us|them ( <people> )', (_, _n, p) => required(p)),
  row('the <number> of us|them :|,|- <people>', (_, _n, p) => required(p)),
  row('the <number> of us', (c, n) =>
    n.value === c.members.length + 1 ? required(members(c)) : fact({ about: 'filler' }),
  ),
];

const attending: readonly RequestRule[] = [
  ...ofUs,
  row('with|w <people>', (_, p) => required(p)),
  row('w / <people>', (_, p) => required(p)),
  row('for|between|among <people>', (_, p) => (p.strangers === 'lower' ? undefined : required(p))),
  row('invite|include|add|involve|ask|ping <people>', (_, p) => required(p)),
  row('is|are <people> free|available', (_, p) => required(p)),
  row("of <person> ' s time", (_, p) => required(known([p.person]))),
  row('works for <people>', (_, p) => required(p)),
  row('with|w|for him|her|them', () => fact({ about: 'named' })),
  row('<people> free|available ?', (_, p) => required(p)),
  row('loop|bring in <people>', (_, p) => required(p)),
  row('bring <people> along|in', (_, p) => required(p)),
  row('<people> ( required|mandatory )', (_, p) => required(p)),
  row('<people> required|mandatory|essential|needed', (_, p) => required(p)),
  row('<people> is|are required|mandatory|essential|needed|a? must?', (_, p) => required(p)),
  row('and|plus|also|& <people>', (_, p) => (p.strangers === 'lower' ? undefined : required(p))),
  row('<people>', (_, p) =>
    p.strangers === 'none' ? weakFact({ about: 'attendees', people: p.people, type: 'required' }) : undefined,
  ),
  row(
    '<people> must|should|can|could|will|shall|needs|need|has|have|wants|want to? be? attend|join|come|there|present|in|required too|also|along?',
    (_, p) => required(p),
  ),
  row('<people> both|all? must|has|have|needs|need to? agree|approve|accept', (_, p) => required(p)),
  row("<people> ' d like|love to join|come|attend", (_, p) => required(p)),
];

/** "re: rollout, bob optional": a word that nobody knows and a name are no list. */
const isMixed = ({ people, strangers }: People): boolean => strangers === 'lower' && people.length > 1;

const optionals: readonly RequestRule[] = [
  row('<people> ( optional|opt .? )', (_, p) => optional(p)),
  row('<people> opt', (_, p) => optional(p)),
  row('<people> is|are|as optional', (_, p) => optional(p)),
  row('add|include|invite <people> as? optional', (_, p) => optional(p)),
  row('<people> optional', (_, p) => (isMixed(p) ? undefined : optional(p))),
  row('<people> optionally', (_, p) => optional(p)),
  row('optional|optionally|maybe|perhaps|possibly|ideally|cc :? with? <people>', (_, p) => optional(p)),
  row('with|and|, <people> as optional', (_, p) => optional(p)),
  row('<people> if possible|available|free|needed', (_, p) => optional(p)),
  row('<people> if he|she|they can|could make? it? join? come?', (_, p) => optional(p)),
  row('<people> can|may|could join|come|attend only? if he|she|they like|likes|want|wants', (_, p) =>
    optional(p),
  ),
  row('<people> ( if possible|available|free|needed )', (_, p) => optional(p)),
  row('<people> ( if he|she|they can|could make|join|come|attend? it? )', (_, p) => optional(p)),
  row('<people> ( if he|she|they has|have|is|are time|free|around|available )', (_, p) => optional(p)),
  row('and ,? if he|she|they can|could make|join|come|attend? it? ,? <people>', (_, p) => optional(p)),
  row('and ,? if he|she|they has|have|is|are time|free|around|available ,? <people>', (_, p) => optional(p)),
  row('and ,? if possible|available|free ,? <people>', (_, p) => optional(p)),
  row('<people> is|are? just|only? fyi', (_, p) => optional(p)),
  row('<people> for information|info only', (_, p) => optional(p)),
  ...[...dont, ...doesnt].map((never) =>
    row(`<people> ${never} need|have|has? to? be? come|attend|join|there|present` as '<people>', (_, p) =>
      ofOthers(p),
    ),
  ),
  row("<people> needn '? t? be? come|attend|join|there|present", (_, p) => ofOthers(p)),
  row('<people> if he|she|they has|have|is|are|finds|find time|free|around|available', (_, p) => optional(p)),
  row('<people> is|are a? nice to have', (_, p) => optional(p)),
  row('<people> only? if needed|necessary|required', (_, p) => optional(p)),
  row('no need for <people> to be? come|attend|join|there|present', (_, p) => optional(p)),
];

const without: readonly RequestRule[] = [
  row('without|minus|except|excluding|not|no <people>', (_, p) =>
    p.strangers === 'lower' ? undefined : fact({ about: 'without', people: p.people }),
  ),
  row('w / o <people>', (_, p) => fact({ about: 'without', people: p.people })),
  ...dont.map((never) =>
    row(`${never} invite|include|add|ask|involve|need <people>` as '<people>', (_, p) =>
      fact({ about: 'without', people: p.people }),
    ),
  ),
  row('but not|without <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('except for <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row('drop|remove|skip|exclude|uninvite|disinvite <people>', (_, p) =>
    fact({ about: 'without', people: p.people }),
  ),
  row('leave|take|kick <people> out|off', (_, p) => fact({ about: 'without', people: p.people })),
  row('leave out <people>', (_, p) => fact({ about: 'without', people: p.people })),
  row(
    "<people> is|' s|are not|no coming|joining|attending|longer|invited coming|joining|needed|attending?",
    (_, p) => fact({ about: 'without', people: p.people }),
  ),
];

const instead = (out: People, people: People): RequestSense =>
  fact({ about: 'replace', out: out.people, people: people.people });

/** One for another. */
const replacements: readonly RequestRule[] = [
  row('swap|replace|exchange|switch|substitute|change out? <people> for|with|by|to <people>', (_, a, b) =>
    instead(a, b),
  ),
  row('<people> instead of|rather <people>', (_, a, b) => instead(b, a)),
  row('<people> rather than <people>', (_, a, b) => instead(b, a)),
  row('rather have? <people> than <people>', (_, a, b) => instead(b, a)),
  row('<people> in place of <people>', (_, a, b) => instead(b, a)),
  row('not <person> , <people>', (c, out, p) =>
    c.followsUp ? fact({ about: 'replace', out: [out.person], people: p.people }) : undefined,
  ),
  row('not <people> but <people>', (_, a, b) => instead(a, b)),
  row('instead of <people> <people>', (_, a, b) => instead(a, b)),
  row('instead of <people> , <people>', (_, a, b) => instead(a, b)),
];

/** Who is wanted, who may come and who is not. */
export const peopleRows: readonly RequestRule[] = [
  ...lists,
  ...attending,
  ...optionals,
  ...replacements,
  ...without,
];
