/**
 * What ballots mean, one case a row, to be read by anybody. Ann organizes (and says yes by asking); Bob, Cleo and Dave
 * are asked. Each person's answers stand in the order of the times 9, 10, 11: `y` yes, `i` if need be, `n` no, `-` no
 * answer yet. A case that names fewer times asks about fewer.
 */
export interface DecideCase {
  readonly what: string;
  readonly policy: 'everybody' | `${number} of them`;
  readonly bob: string;
  readonly cleo: string;
  readonly dave: string;
  readonly ann?: string;
  /** Who is optional; the others are required. */
  readonly optional?: readonly ('bob' | 'cleo' | 'dave')[];
  readonly veto?: 'bob' | 'cleo' | 'dave';
  readonly organizerMayMiss?: true;
  /** The deadline is over, and the policy does this. */
  readonly deadlineOver?: 'expire' | 'organizerDecides' | 'confirmIfQuorum';
  readonly noRoundsLeft?: true;
  /** Somebody proposes another time with their no. */
  readonly counter?: { readonly by: 'bob' | 'cleo' | 'dave'; readonly at: number };
  /** What follows: book a time, wait for people, ask again (with times that were proposed), or nothing works. */
  readonly then: string;
}

export const decideCases: readonly DecideCase[] = [
  { what: 'nobody has answered', policy: 'everybody', bob: '-', cleo: '-', dave: '-', then: 'wait for bob, cleo, dave' },
  { what: 'one is missing', policy: 'everybody', bob: 'y', cleo: 'y', dave: '-', then: 'wait for dave' },
  { what: 'all approve', policy: 'everybody', bob: 'y', cleo: 'y', dave: 'y', then: 'book 9' },
  { what: 'if need be is an approval', policy: 'everybody', bob: 'i', cleo: 'i', dave: 'i', then: 'book 9' },
  { what: 'one required no is enough', policy: 'everybody', bob: 'n', cleo: '-', dave: '-', then: 'ask again' },
  { what: 'one no and a counter-proposal', policy: 'everybody', bob: 'n', cleo: '-', dave: '-', counter: { by: 'bob', at: 15 }, then: 'ask again with 15' },
  { what: 'no rounds are left', policy: 'everybody', bob: 'n', cleo: '-', dave: '-', noRoundsLeft: true, then: 'nothing works' },
  { what: 'the optional one says no', policy: 'everybody', bob: 'y', cleo: 'y', dave: 'n', optional: ['dave'], then: 'book 9' },
  { what: 'the optional one is silent', policy: 'everybody', bob: 'y', cleo: 'y', dave: '-', optional: ['dave'], then: 'book 9' },
  { what: 'an optional counter-proposal changes nothing', policy: 'everybody', bob: 'y', cleo: '-', dave: 'n', optional: ['dave'], counter: { by: 'dave', at: 15 }, then: 'wait for cleo' },
  { what: 'most yes wins', policy: 'everybody', bob: 'iyn', cleo: 'yyn', dave: 'yyn', then: 'book 10' },
  { what: 'of equals the earliest wins', policy: 'everybody', bob: 'yyy', cleo: 'yyy', dave: 'yyy', then: 'book 9' },
  { what: 'one time is out, another is open', policy: 'everybody', bob: 'ny', cleo: '--', dave: 'yy', then: 'wait for cleo' },
  { what: 'every time has somebody’s no', policy: 'everybody', bob: 'ny', cleo: 'yn', dave: '--', then: 'ask again' },
  { what: 'the organizer takes the yes back', policy: 'everybody', ann: 'n', bob: 'y', cleo: 'y', dave: 'y', then: 'ask again' },
  { what: 'the organizer alone is not a quorum', policy: '3 of them', bob: '-', cleo: '-', dave: '-', then: 'wait for bob, cleo, dave' },
  { what: 'the organizer counts', policy: '3 of them', bob: 'y', cleo: 'y', dave: '-', then: 'book 9' },
  { what: 'a no does not stop a quorum', policy: '3 of them', bob: 'y', cleo: 'n', dave: 'y', then: 'book 9' },
  { what: 'the quorum can still be reached', policy: '3 of them', bob: 'n', cleo: '-', dave: '-', then: 'wait for cleo, dave' },
  { what: 'the quorum is lost', policy: '3 of them', bob: 'n', cleo: 'n', dave: '-', then: 'ask again' },
  { what: 'optional people help a quorum', policy: '3 of them', bob: 'n', cleo: 'y', dave: 'y', optional: ['dave'], then: 'book 9' },
  { what: 'a veto beats the quorum', policy: '2 of them', bob: 'y', cleo: 'y', dave: 'n', veto: 'dave', then: 'ask again' },
  { what: 'who may veto is waited for', policy: '2 of them', bob: 'y', cleo: '-', dave: '-', veto: 'dave', then: 'wait for dave' },
  { what: 'who may veto agrees', policy: '2 of them', bob: '-', cleo: '-', dave: 'y', veto: 'dave', then: 'book 9' },
  { what: 'an optional veto is waited for too', policy: 'everybody', bob: 'y', cleo: 'y', dave: '-', optional: ['dave'], veto: 'dave', then: 'wait for dave' },
  { what: 'the organizer’s no stops a quorum', policy: '2 of them', ann: 'n', bob: 'y', cleo: 'y', dave: '-', then: 'ask again' },
  { what: 'unless they need not attend', policy: '2 of them', ann: 'n', bob: 'y', cleo: 'y', dave: '-', organizerMayMiss: true, then: 'book 9' },
  { what: 'the deadline ends it', policy: 'everybody', bob: 'y', cleo: '-', dave: '-', deadlineOver: 'expire', then: 'expire' },
  { what: 'the deadline asks the organizer', policy: 'everybody', bob: 'y', cleo: '-', dave: '-', deadlineOver: 'organizerDecides', then: 'ask the organizer' },
  { what: 'silence never approves', policy: 'everybody', bob: 'y', cleo: 'y', dave: '-', deadlineOver: 'confirmIfQuorum', then: 'ask the organizer' },
  { what: 'at the deadline a quorum is enough', policy: '2 of them', bob: 'y', cleo: '-', dave: '-', veto: 'dave', deadlineOver: 'confirmIfQuorum', then: 'book 9' },
  { what: 'at the deadline too few came', policy: '3 of them', bob: 'y', cleo: '-', dave: '-', deadlineOver: 'confirmIfQuorum', then: 'ask the organizer' },
  { what: 'enough approvals count after the deadline', policy: 'everybody', bob: 'y', cleo: 'y', dave: 'y', deadlineOver: 'organizerDecides', then: 'book 9' },
];
