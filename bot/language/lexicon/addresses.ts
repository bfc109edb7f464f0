import { addressesIn, domainOf } from '../../../workflows/domain/people/mail-address.ts';
import type { WrittenAddress } from '../../../workflows/domain/people/mail-address.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { guestId } from '../../../workflows/domain/people/person.ts';
import type { Lexer } from '../grammar/chart.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';
import type { UnderstandInput } from '../meaning/understanding.ts';
import { groupSense } from './groups.ts';
import { tokenAt } from './name-at.ts';

type Known = Pick<UnderstandInput, 'sender' | 'members' | 'mentions' | 'directory' | 'rooms' | 'addresses'>;

/**
 * Whose a written address is. One from outside is a guest as it is written; one of the speaker's own organisation
 * that nobody has, or whose account is switched off, is asked about and never a guest.
 */
export function whoseAddress(input: Known, written: WrittenAddress): RequestSense {
  const { address } = written;
  const near: readonly Person[] = [
    input.sender,
    ...input.members,
    ...input.mentions.flatMap(({ person }) => person ?? []),
    ...input.directory,
  ];
  const known = input.addresses?.find((one) => one.address === address);
  const room = input.rooms.find(({ mail }) => mail.toLowerCase() === address);
  if (room !== undefined) return { kind: 'room', rooms: [room], name: room.displayName };
  const person =
    known?.kind === 'person' ? known.person : near.find(({ mail }) => mail.toLowerCase() === address);
  if (person !== undefined) {
    const self = person.id === input.sender.id ? { self: true } : {};
    return { kind: 'person', person: { name: address, candidates: [person], ...self } };
  }
  if (known?.kind === 'group') return groupSense(known.group, address, input.sender);
  if (known?.kind === 'switchedOff')
    return { kind: 'person', person: { name: known.displayName, candidates: [], trouble: 'switchedOff' } };
  if (known?.kind === 'nobody' || (known === undefined && domainOf(address) === domainOf(input.sender.mail)))
    return { kind: 'person', person: { name: address, candidates: [], trouble: 'unknownColleague' } };
  const guest = { id: guestId(address), displayName: written.name ?? address, mail: address };
  return { kind: 'person', person: { name: address, candidates: [guest] } };
}

/** Reads mail addresses in all their forms: alone, after `mailto:`, and as `Pat Doe <pat@partner.example>`. */
export function addressLexer(
  input: Known & Pick<UnderstandInput, 'text'>,
  isVocabulary: (word: string) => boolean,
): { readonly read: Lexer<RequestSense, RequestContext>; readonly covers: (offset: number) => boolean } {
  const found = addressesIn(input.text).map((written) => withoutVerb(input.text, written, isVocabulary));
  return {
    read: (tokens, at) =>
      found
        .filter(({ start }) => start === tokens[at]?.start)
        .map((written) => ({ to: tokenAt(tokens, written.end), sense: whoseAddress(input, written) })),
    covers: (offset) => found.some(({ start, end }) => start <= offset && offset < end),
  };
}

/** "Meet Pat Doe <pat@…>": a capital that begins the sentence is no part of the name where the word is an ordinary one. */
function withoutVerb(
  text: string,
  written: WrittenAddress,
  isVocabulary: (word: string) => boolean,
): WrittenAddress {
  const first = /^(\p{L}+)\s+/u.exec(written.name ?? '');
  if (first === null || text[written.start] === '"' || !isVocabulary((first[1] ?? '').toLowerCase()))
    return written;
  return {
    ...written,
    name: written.name?.slice(first[0].length),
    start: written.start + first[0].length,
  };
}
