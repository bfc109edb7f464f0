import type { Person, Room } from '../../../workflows/domain/people/person.ts';
import { guestId } from '../../../workflows/domain/people/person.ts';
import type { Lexer } from '../grammar/chart.ts';
import type { Token } from '../grammar/token.ts';
import type { UnderstandInput } from '../meaning/understanding.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';
import { indexDirectory, indexNames, nameWords, withoutAccents } from './spellings.ts';
import type { NameIndex } from './spellings.ts';

type NameLexer = Lexer<RequestSense, RequestContext>;

/** Reads names, and tells which words are part of some name. */
interface NameReader {
  readonly read: NameLexer;
  readonly knows: (word: string) => boolean;
}

/** Reads people's names, mentions and addresses. The sender's name is the sender. */
export function nameLexer(input: UnderstandInput): NameReader {
  const few = [...input.members, ...input.mentions.map(({ person }) => person), input.sender];
  const indexes = [indexDirectory(input.directory), indexNames(few)];
  const mentions = input.mentions.map(({ text, person }) => ({ words: nameWords(text), person }));
  const read: NameLexer = (tokens, at, context) => {
    const found: { to: number; sense: RequestSense }[] = [];
    const add = (to: number, candidates: readonly Person[]): void => {
      const name = quote(context.text, tokens, at, to);
      const self = candidates.length === 1 && candidates[0]?.id === input.sender.id;
      found.push({ to, sense: { kind: 'person', person: { name, candidates, ...(self ? { self } : {}) } } });
    };
    for (const { words, person } of mentions) {
      if (words.length > 0 && matches(tokens, at, words)) add(at + words.length, [person]);
    }
    const address = addressAt(context.text, tokens, at);
    if (address !== undefined) {
      const { mail } = address;
      const known = indexes.map(({ names }) => names.byMail.get(mail)).find((person) => person !== undefined);
      add(address.to, [known ?? { id: guestId(mail), displayName: mail, mail }]);
      return found;
    }
    const start = tokens[at]?.text === '@' ? at + 1 : at;
    if (mayBeOtherWord(context.text, tokens, start)) return found;
    const byEnd = peopleAt(
      tokens,
      start,
      indexes.map(({ names }) => names),
    );
    const named =
      byEnd.size > 0
        ? byEnd
        : peopleAt(
            tokens,
            start,
            indexes.map(({ nicknames }) => nicknames),
          );
    for (const [to, people] of named) add(to, [...people.values()]);
    return found.sort((a, b) => b.to - a.to);
  };
  const knows = (word: string): boolean => {
    const folded = withoutAccents(word);
    return indexes.some(({ names, nicknames }) => names.words.has(folded) || nicknames.words.has(folded));
  };
  return { read, knows };
}

/** Names that are ordinary words too. */
const ordinaryWords = new Set(
  [
    'will may mark april june august art bill sue drew rich grant hope joy faith rose dean sunny',
    'al del march sat sun mon can wed tue fri so do me us an in on at la le es de per',
  ]
    .join(' ')
    .split(' '),
);
/** What follows a name that begins a sentence, and not "Will you …" or "May I …". */
const afterName = new Set(
  "can cannot cant could would do does don doesn is isn has hates prefers wants should must needs works only and or & + , : '".split(
    ' ',
  ),
);

/** "will" and "mark" are names only with an initial capital; beginning a sentence, only before what follows names. */
function mayBeOtherWord(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !ordinaryWords.has(token.text)) return false;
  if (!isUpper(text, token)) return true;
  const begins = at === 0 || /^[.!?]$/.test(tokens[at - 1]?.text ?? '');
  return begins && !afterName.has(tokens[at + 1]?.text ?? '');
}

/** Everybody who may be named at a token, by the token after the name. */
function peopleAt(
  tokens: readonly Token[],
  at: number,
  indexes: readonly NameIndex[],
): Map<number, Map<string, Person>> {
  const byEnd = new Map<number, Map<string, Person>>();
  const first = withoutAccents(tokens[at]?.text ?? '');
  for (const { spellings } of indexes) {
    for (const { words, people } of spellings.get(first)?.values() ?? []) {
      if (!matches(tokens, at, words)) continue;
      const to = at + words.length;
      byEnd.set(to, new Map([...(byEnd.get(to) ?? []), ...people]));
    }
  }
  return byEnd;
}

function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => withoutAccents(tokens[at + index]?.text ?? '') === word);
}

export function quote(text: string, tokens: readonly Token[], from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

const address = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/uy;

/** The first mail address in a text, in lower case. */
export function findAddress(text: string): string | undefined {
  return /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/u.exec(text)?.[0].toLowerCase();
}

function addressAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): { to: number; mail: string } | undefined {
  const start = tokens[at]?.start ?? 0;
  address.lastIndex = start;
  const match = address.exec(text);
  if (match === null) return undefined;
  const end = start + match[0].length;
  let to = at + 1;
  while ((tokens[to]?.start ?? end) < end) to += 1;
  return { to, mail: match[0].toLowerCase() };
}

/** Reads rooms' names, with or without "room". */
export function roomLexer(rooms: readonly Room[]): NameLexer {
  const byWords = rooms.flatMap((room) => {
    const words = nameWords(room.displayName);
    const short = words.filter((word) => !/^(room|conference|meeting|the)$/.test(word));
    return short.length === 0 || short.join(' ') === words.join(' ')
      ? [{ words, room }]
      : [
          { words, room },
          { words: short, room },
        ];
  });
  return (tokens, at, context) => {
    const byEnd = new Map<number, Room[]>();
    for (const { words, room } of byWords) {
      if (!matches(tokens, at, words)) continue;
      const to = at + words.length;
      byEnd.set(to, [...(byEnd.get(to) ?? []), room]);
    }
    return [...byEnd].map(([to, found]) => ({
      to,
      sense: { kind: 'room' as const, rooms: found, name: quote(context.text, tokens, at, to) },
    }));
  };
}

/** Reads words that nobody knows as names of people whom nobody knows. */
export function strangerLexer(isVocabulary: (word: string) => boolean): NameLexer {
  return (tokens, at, context) => {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || !/^\p{L}{2,}$/u.test(first.text) || isVocabulary(first.text)) return [];
    const upper = isUpper(context.text, first);
    const stranger = (to: number): { to: number; sense: RequestSense } => ({
      to,
      sense: {
        kind: 'stranger',
        lower: !upper,
        person: { name: quote(context.text, tokens, at, to), candidates: [] },
      },
    });
    const twoWords =
      upper &&
      second !== undefined &&
      second.spaced &&
      isUpper(context.text, second) &&
      !isVocabulary(second.text);
    return twoWords ? [stranger(at + 2), stranger(at + 1)] : [stranger(at + 1)];
  };
}

/** An initial capital; words in capitals throughout are abbreviations. */
function isUpper(text: string, token: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.end));
}
