import type { UnderstandInput } from '../language/meaning/understanding.ts';
import type { PartValue } from '../language/parts/part.ts';
import type { Role } from '../language/roles/role-features.ts';
import type { ModelAnswer } from './model-answer.ts';
import { endOf, isFrom, personOf, roomOf, timesOf } from './words-as-parts.ts';

/** A part that a model found, read like any words. */
export interface GivenPart {
  readonly value: PartValue;
  readonly role: Role;
  /** The words that say it; empty for numbers and choices. */
  readonly words: string;
}

interface Given {
  readonly parts: readonly GivenPart[];
  /** Words of the message that could not be read. */
  readonly unread: readonly string[];
}

/** The parts of an answer. What is no word of the message is not taken; times may be put into plainer words. */
export function givenParts({ which, to, leftover }: ModelAnswer, input: UnderstandInput): Given {
  const parts: GivenPart[] = [];
  const unread = leftover.filter((words) => isFrom(input.text, words));
  const add = (
    role: Role,
    words: string | null,
    read: (words: string) => readonly PartValue[] | undefined,
  ) => {
    if (words === null || words.trim() === '') return;
    const values = read(words);
    if (values === undefined && isFrom(input.text, words)) unread.push(words);
    parts.push(...(values ?? []).map((value) => ({ value, role, words })));
  };
  const said = (read: (words: string) => readonly PartValue[]) => (words: string) =>
    isFrom(input.text, words) ? read(words) : undefined;
  const times = (words: string) => timesOf(words, input);
  const text = (kind: 'title' | 'place' | 'reason') => said((words) => [{ kind, words: plain(words) }]);
  const person = said((name) => [{ kind: 'person', people: personOf(name, input) }]);
  const room = said((words) => [roomOf(words, input)]);
  const known = (role: Role, ...values: readonly (PartValue | false)[]) => {
    parts.push(...values.flatMap((value) => (value === false ? [] : [{ value, role, words: '' }])));
  };

  add('which', which.title, text('title'));
  for (const name of which.people) add('which', name, person);
  add('which', which.when, times);
  add('which', which.place, text('place'));
  add('which', which.room, room);
  known(
    'which',
    which.minutes !== null && { kind: 'length', minutes: which.minutes },
    which.all && { kind: 'all' },
    which.order !== null && { kind: 'order', order: which.order },
  );
  add('to', to.when, times);
  add('to', to.endAt, (words) => endOf(words, input));
  for (const name of to.addPeople) if (!to.optionalPeople.includes(name)) add('to', name, person);
  for (const name of to.optionalPeople) add('optional', name, person);
  for (const name of to.removePeople) add('out', name, person);
  add('to', to.title, text('title'));
  add('to', to.place, text('place'));
  add('to', to.room, room);
  add('to', to.reason, text('reason'));
  known(
    'to',
    to.shiftMinutes !== null && { kind: 'shift', minutes: to.shiftMinutes },
    to.minutes !== null && { kind: 'length', minutes: to.minutes },
    to.longerMinutes !== null && { kind: 'longer', minutes: to.longerMinutes },
    to.online !== null && { kind: 'online', online: to.online },
    to.option !== null && { kind: 'option', option: to.option },
    to.soonest && { kind: 'soonest' },
  );
  return { parts, unread: [...new Set(unread)] };
}

/** On one line. */
const plain = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();
