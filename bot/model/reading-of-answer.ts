import { withPart } from '../language/frames/frame-of.ts';
import { settleFrame } from '../language/frames/settle-frame.ts';
import { hear } from '../language/hear.ts';
import type { Heard } from '../language/hear.ts';
import type { Act, MeetingAct } from '../language/meaning/act.ts';
import { anyMeeting, unchanged } from '../language/meaning/frame.ts';
import type { UnderstandInput, Understanding } from '../language/meaning/understanding.ts';
import { changedFields, draftBefore, toldWish } from '../language/partial-request/told-wish.ts';
import type { GivenPart } from './given-parts.ts';
import { givenParts } from './given-parts.ts';
import type { ModelAnswer } from './model-answer.ts';
import { isFrom, shareWord } from './words-as-parts.ts';
import { isOfWish, withWishParts } from './wish-parts.ts';

const readBy = 'model';

/**
 * What the parser read, with what a model read: where the parser knows the act, only what it left open is filled in;
 * where both know it and differ, it is asked. Whatever a model had a part in says so.
 */
export function withAnswer(
  parsed: Understanding,
  answer: ModelAnswer,
  asked: UnderstandInput,
): Understanding {
  const heard = hear(asked);
  const input = { ...asked, locale: heard.context.locale };
  const act = answer.act === 'change' && input.pending === undefined ? 'edit' : answer.act;
  const given = givenParts(answer, input);
  const own = knownAct(parsed, asked.text);
  switch (act) {
    case 'none':
      return parsed;
    case 'help':
    case 'social':
    case 'nevermind':
      return own === undefined ? { kind: 'talk', act, leftover: [], readBy } : parsed;
    case 'new':
    case 'change': {
      if (own !== undefined && own !== act) return differ(parsed, own, act);
      const pending = act === 'change' ? input.pending : undefined;
      const known = own !== undefined && 'draft' in parsed ? parsed.draft : undefined;
      const before = known ?? draftBefore({ ...input, pending }, heard.context);
      const takes = (part: GivenPart) =>
        isOfWish(part) && (known === undefined || fillsOpen(before, withWishParts(before, [part])));
      const used = given.parts.filter(takes);
      if (known !== undefined && used.length === 0) return parsed;
      const understood = used.map(({ words }) => words).filter((words) => words !== '');
      const told = {
        pending,
        understood,
        leftover: leftoverOf(known === undefined ? undefined : parsed.leftover, asked.text, given, used),
      };
      return { ...toldWish(withWishParts(before, used), told), readBy };
    }
    case 'choose':
    case 'answer':
    case 'move':
    case 'edit':
    case 'cancel':
    case 'remind':
    case 'confirm':
    case 'list':
    case 'about':
    case 'free':
    case 'room':
    case 'join':
    case 'late': {
      if (own !== undefined && own !== act) return differ(parsed, own, act);
      const known = own !== undefined && parsed.kind === 'act' ? parsed : undefined;
      const before = known ?? { which: anyMeeting, to: unchanged };
      const takes = (part: GivenPart) => {
        const { which, to } = withPart(before, part.value, part.role, act);
        return known === undefined || (fillsOpen(before.which, which) && fillsOpen(before.to, to));
      };
      const used = given.parts.filter(takes);
      if (known !== undefined && used.length === 0) return parsed;
      let frame: Pick<typeof before, 'which' | 'to'> = before;
      for (const { value, role } of used) frame = withPart(frame, value, role, act);
      if (known === undefined) frame = settled(frame, answer, heard, act);
      const { which, to } = frame;
      return {
        kind: 'act',
        act,
        which,
        to,
        leftover: leftoverOf(known === undefined ? undefined : parsed.leftover, asked.text, given, used),
        readBy,
      };
    }
  }
}

/** The act that the parser knows: it understood most of the words, and what shall be different. */
function knownAct(parsed: Understanding, message: string): Act | undefined {
  const unread = parsed.leftover.reduce((sum, words) => sum + words.length, 0);
  if (unread * 2 > message.length || changesNothing(parsed)) return undefined;
  switch (parsed.kind) {
    case 'nothing':
    case 'unsure':
      return undefined;
    case 'request':
      return 'new';
    case 'change':
      return 'change';
    case 'question':
      return parsed.changed === undefined ? 'new' : 'change';
    case 'act':
    case 'talk':
      return parsed.act;
  }
}

/** Whether something shall be different, and it was not understood what. */
export function changesNothing(parsed: Understanding): boolean {
  if (parsed.kind === 'change') return parsed.changed.length === 0;
  if (parsed.kind !== 'act' || (parsed.act !== 'edit' && parsed.act !== 'move')) return false;
  return Object.values(parsed.to).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
}

const differ = ({ leftover }: Understanding, own: Act, other: Act): Understanding => ({
  kind: 'unsure',
  acts: [own, other],
  leftover,
});

/** Whether only what was not said before is different. */
function fillsOpen<Told extends object>(before: Told, after: Told): boolean {
  const known = new Map<string, unknown>(Object.entries(before));
  return changedFields(before, after).every((field) => {
    const value = known.get(field);
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
}

function settled(
  frame: Parameters<typeof settleFrame>[0],
  { to: { answer } }: ModelAnswer,
  heard: Heard,
  act: MeetingAct,
): Parameters<typeof settleFrame>[0] {
  if (act === 'answer' && answer !== null) return { ...frame, to: { ...frame.to, answer } };
  return act === 'choose' ? frame : settleFrame(frame, heard, [], act);
}

/** What neither has read, of the words that the parser had left (`before`), in the words of the message. */
function leftoverOf(
  before: readonly string[] | undefined,
  message: string,
  { parts, unread }: ReturnType<typeof givenParts>,
  used: readonly GivenPart[],
): readonly string[] {
  const unused = parts.filter((part) => !used.includes(part) && part.words !== '');
  const open = [...unread, ...unused.map(({ words }) => words)];
  if (before === undefined) return open.filter((words) => isFrom(message, words));
  // Numbers, and times in plainer words, hide which words say them: the model then tells what is left.
  const isReworded = used.some(({ words }) => words === '' || !isFrom(message, words));
  return before.filter((words) => {
    if (open.some((one) => shareWord(one, words))) return true;
    return !isReworded && !used.some((part) => shareWord(part.words, words));
  });
}
