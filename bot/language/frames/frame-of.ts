import type { Heard } from '../hear.ts';
import { answerIn } from '../lexicon/answers.ts';
import type { MeetingAct, Pending } from '../meaning/act.ts';
import { anyMeeting, unchanged } from '../meaning/frame.ts';
import type { To, Which } from '../meaning/frame.ts';
import { chartParts } from '../parts/chart-parts.ts';
import type { PartValue } from '../parts/part.ts';
import { splitTimes } from '../parts/split-times.ts';
import type { Tag } from '../parts/tag.ts';
import { taggedParts } from '../parts/tagged-parts.ts';
import { titleOf } from '../partial-request/title.ts';
import { countsMeetings, orderParts, wholeParts } from '../parts/whole-parts.ts';
import { kindTitle } from '../parts/kind-title.ts';
import { leftWords } from './left-words.ts';
import { roleOf } from './role-of.ts';
import { settleFrame } from './settle-frame.ts';
import type { Role } from '../roles/role-features.ts';

/** Which meeting, what it shall become, and the words that told neither. */
export interface Frame {
  readonly which: Which;
  readonly to: To;
  readonly leftover: readonly string[];
}

/** Puts the parts of a sentence where the act wants them. */
export function frameOf(heard: Heard, tags: readonly Tag[], act: MeetingAct, pending: Pending): Frame {
  const found = chartParts(heard, tags);
  const split = act === 'move' || act === 'edit' ? splitTimes(found, heard) : found;
  const named = split.filter((part) => !countsMeetings(heard, part, act));
  const tagged = [...named, ...taggedParts(heard, tags, named)];
  const ordered = [...tagged, ...orderParts(heard, act, tagged)];
  const titled = ordered.some(({ kind }) => kind === 'title')
    ? ordered
    : [...ordered, ...kindTitle(heard, ordered)];
  const parts = [...titled, ...wholeParts(heard, act, titled)].sort((a, b) => a.from - b.from);
  let frame: Omit<Frame, 'leftover'> = { which: anyMeeting, to: unchanged };
  for (const part of parts) frame = withPart(frame, part, roleOf(heard, parts, part, act, pending), act);
  frame = settleFrame(frame, heard, parts, act);
  if (act === 'answer') frame = { ...frame, to: { ...frame.to, answer: answerOf(heard) } };
  return { ...frame, leftover: leftWords(heard, tags, parts) };
}

/** Another time that is wanted is no yes; without a word against it, it is one. */
function answerOf({ text }: Heard): To['answer'] {
  return answerIn(text) ?? (wantsOther.test(text) ? undefined : 'yes');
}

const wantsOther =
  /\b(?:instead|rather|prefer|propose|suggest|(?:how|what) about|could (?:we|you)|can we|better|lieber|stattdessen|besser|statt|plutôt|mieux|mejor|prefiero|prefer\p{L}*)\b/iu;

/** A frame with what one part tells. */
export function withPart(
  { which, to }: Omit<Frame, 'leftover'>,
  part: PartValue,
  role: Role,
  act: MeetingAct,
): Omit<Frame, 'leftover'> {
  const isWhich = role === 'which';
  switch (part.kind) {
    case 'time':
      return isWhich
        ? { to, which: { ...which, when: [...which.when, part.when] } }
        : { which, to: { ...to, when: [...to.when, part.when] } };
    case 'person': {
      const people = part.people.filter(({ self }) => self !== true);
      if (role === 'out') return { which, to: { ...to, removePeople: [...to.removePeople, ...people] } };
      if (isWhich) return { to, which: { ...which, people: [...which.people, ...people] } };
      const optional = role === 'optional' ? people : [];
      return {
        which,
        to: {
          ...to,
          addPeople: [...to.addPeople, ...people],
          optionalPeople: [...to.optionalPeople, ...optional],
        },
      };
    }
    case 'title':
      if (!isWhich) return { which, to: { ...to, title: titleOf('', part.words) } };
      return {
        to,
        which: { ...which, title: which.title === undefined ? part.words : `${which.title} ${part.words}` },
      };
    case 'place':
      return isWhich
        ? { to, which: { ...which, place: part.words } }
        : { which, to: { ...to, place: part.words } };
    case 'room':
      return isWhich
        ? { to, which: { ...which, room: part.room } }
        : { which, to: { ...to, room: part.room } };
    case 'length':
      return isWhich
        ? { to, which: { ...which, minutes: part.minutes } }
        : { which, to: { ...to, minutes: part.minutes } };
    case 'longer':
      return { which, to: { ...to, longerMinutes: part.minutes } };
    case 'shift':
      return { which, to: { ...to, shiftMinutes: part.minutes } };
    case 'end':
      return { which, to: { ...to, endAt: part.at } };
    case 'online':
      return { which, to: { ...to, online: part.online } };
    case 'option':
      return { which, to: { ...to, option: part.option } };
    case 'order':
      return { to, which: { ...which, order: part.order } };
    case 'all':
      return { to, which: act === 'list' ? which : { ...which, all: true } };
    case 'asking':
      return { which, to: { ...to, asks: part.asks } };
    case 'soonest':
      return { which, to: { ...to, soonest: true } };
    case 'reason':
      return {
        which,
        to: { ...to, reason: to.reason === undefined ? part.words : `${to.reason} ${part.words}` },
      };
  }
}
