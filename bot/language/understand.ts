import { frameOf } from './frames/frame-of.ts';
import type { Frame } from './frames/frame-of.ts';
import { hear } from './hear.ts';
import type { Heard } from './hear.ts';
import { likelyActs } from './acts-of.ts';
import { changesWish, settleActs, takesOut } from './settle-acts.ts';
import { answerIn } from './lexicon/answers.ts';
import type { Act, MeetingAct, Pending } from './meaning/act.ts';
import type { UnderstandInput, Understanding } from './meaning/understanding.ts';
import { requestOf } from './partial-request/request-of.ts';
import { leftoverOf } from './partial-request/leftover.ts';
import { asksForMeeting } from './partial-request/asks-for-meeting.ts';
import { tagWords } from './parts/tag-words.ts';
import { wordFeatures } from './parts/word-features.ts';

/**
 * What a sentence means: a wish, questions about what is really open, a change of the pending wish, an act on
 * meetings, talk, or nothing. Throws InvalidInputError for an unreadable `now` or an unknown zone.
 */
export function understand(input: UnderstandInput): Understanding {
  const heard = hear(input);
  const pending: Pending = input.pending === undefined ? (input.standing ?? 'nothing') : 'wish';
  const likely = settleActs(likelyActs(heard, pending), heard, pending);
  const [first] = likely;
  if (input.act !== undefined || first === undefined)
    return readAs(input.act ?? 'none', input, heard, pending);
  if (first.probability < leastSure(first.act)) {
    const { text, tokens, said } = heard;
    const tags = tagWords(wordFeatures(text, tokens, said, first.act));
    const acts = likely.filter(({ probability }) => probability >= leastLikely).slice(0, mostActs);
    const leftover = leftoverOf(text, tokens, said, tags);
    return acts.length < 2
      ? { kind: 'nothing', leftover }
      : { kind: 'unsure', acts: acts.map(({ act }) => act), leftover };
  }
  return readAs(first.act, input, heard, pending);
}

/** Less likely acts are not offered. */
const leastLikely = 0.1;
const mostActs = 3;

/** How sure an act must be, or it is asked about: what only shows or offers may be wrong, what others hear of not. */
function leastSure(act: Act): number {
  switch (act) {
    case 'confirm':
    case 'choose':
      return 0.5;
    case 'edit':
    case 'answer':
    case 'remind':
    case 'late':
      return 0.4;
    case 'move':
    case 'cancel':
    case 'nevermind':
      return 0.35;
    case 'new':
    case 'change':
    case 'list':
    case 'about':
    case 'free':
    case 'room':
    case 'join':
    case 'help':
    case 'social':
    case 'none':
      return 0.25;
  }
}

function readAs(act: Act, input: UnderstandInput, heard: Heard, pending: Pending): Understanding {
  const { text, tokens, said } = heard;
  const tags = tagWords(wordFeatures(text, tokens, said, act));
  switch (act) {
    case 'new': {
      const wish = requestOf({ ...input, pending: undefined }, heard, tags);
      return isOver(wish) ? { kind: 'nothing', leftover: leftoverOf(text, tokens, said, tags) } : wish;
    }
    case 'change':
      if (input.pending !== undefined) return requestOf(input, heard, tags);
      return pending === 'nothing' && asksForMeeting(said)
        ? readAs('new', input, heard, pending)
        : readAs('edit', input, heard, pending);
    case 'help':
    case 'social':
    case 'nevermind':
      return { kind: 'talk', act, leftover: [] };
    case 'none':
      if (asksForMeeting(said) || (input.pending !== undefined && changesWish(said)))
        return requestOf(input, heard, tags);
      return { kind: 'nothing', leftover: leftoverOf(text, tokens, said, tags) };
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
    case 'late':
      return settled(act, frameOf(heard, tags, act, pending), input, heard, pending);
  }
}

/** "I was out last week": days that are over and nobody are no wish. */
function isOver(wish: Understanding): boolean {
  if (wish.kind !== 'question' || wish.draft.title !== undefined || wish.draft.durationMinutes !== undefined)
    return false;
  const codes = wish.questions.map(({ code }) => code);
  return codes.includes('noAttendees') && codes.includes('noTimeLeft');
}

/** The act that the parts make of it: a time that it shall become makes a move of an edit. */
function settled(
  act: MeetingAct,
  frame: Frame,
  input: UnderstandInput,
  heard: Heard,
  pending: Pending,
): Understanding {
  const { which, to } = frame;
  const { text, tokens, said } = heard;
  const tags = (as: Act) => tagWords(wordFeatures(text, tokens, said, as));
  const namesNone =
    which.title === undefined &&
    which.people.length === 0 &&
    which.when.length === 0 &&
    which.order === undefined &&
    which.all !== true;
  if (input.pending !== undefined && namesNone) {
    if (act === 'move' || act === 'edit') return readAs('change', input, heard, pending);
    if (act === 'cancel') return { kind: 'talk', act: 'nevermind', leftover: [] };
  }
  const choosesNone =
    act === 'choose' && to.option === undefined && to.when.length === 0 && changesWish(said);
  if (input.pending !== undefined && choosesNone) return readAs('change', input, heard, pending);
  if (act === 'cancel' && takesOut(said))
    return readAs(
      input.pending === undefined || which.title !== undefined ? 'edit' : 'change',
      input,
      heard,
      pending,
    );
  const repliesToNothing = pending === 'nothing' && (act === 'answer' || act === 'choose');
  if (repliesToNothing && namesNone && !saysMore(frame) && answerIn(text) === undefined)
    return { kind: 'nothing', leftover: frame.leftover };
  const moves = to.when.length > 0 || to.shiftMinutes !== undefined;
  if (act === 'edit' && moves) return { kind: 'act', act: 'move', ...frame };
  if (act === 'move' && !moves) {
    const edited = frameOf(heard, tags('edit'), 'edit', pending);
    if (changesMore(edited)) return { kind: 'act', act: 'edit', ...edited };
  }
  return { kind: 'act', act, ...frame };
}

const saysMore = ({ to }: Frame): boolean =>
  to.when.length > 0 || to.option !== undefined || to.asks !== undefined;

const changesMore = ({ to }: Frame): boolean =>
  [to.minutes, to.longerMinutes, to.endAt, to.place, to.room, to.title, to.online].some(
    (value) => value !== undefined,
  ) || to.addPeople.length + to.removePeople.length > 0;
