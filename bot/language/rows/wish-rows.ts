import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense, WhenSense } from '../meaning/sense.ts';
import { namesHoursOnly } from './when-lists.ts';

interface PeopleLike {
  readonly people: readonly NamedPerson[];
}

const wish =
  (strength: 'hard' | 'soft', only = false) =>
  (_: unknown, p: PeopleLike, w: WhenSense): RequestSense =>
    fact({ about: 'wish', people: p.people, when: w, strength, only });

const wishers: readonly RequestRule[] = [
  row('<people>', (_, p) => ({ kind: 'wisher', people: p.people })),
  row('he|she', () => ({ kind: 'wisher', people: [{ name: 'pronoun', candidates: [] }] })),
  row('they', () => ({ kind: 'wisher', people: [{ name: 'pronouns', candidates: [] }] })),
];

/** Cannot at all. */
const hard: readonly RequestRule[] = [
  row("<wisher> can ' t do|make|meet|attend|join|come|be? it|there? <when>", wish('hard')),
  row("<wisher> can ' t <when>", wish('hard')),
  row('<wisher> cant|cannot do|make|meet|attend|join|come|be? it|there? <when>', wish('hard')),
  row('<wisher> can not do|make|meet|attend|join|come|be? it|there? <when>', wish('hard')),
  row(
    "<wisher> could|couldnt|couldn|won not|'? t? be able? to? do|make|meet|attend|join? <when>",
    wish('hard'),
  ),
  row('<wisher> is|are|will|am not be? available|free|there|in <when>', wish('hard')),
  row('<wisher> is|are|am on? a? vacation|holiday|leave|pto|trip|training <when>', wish('hard')),
  row("<wisher> isn|aren ' t available|free|there|in|around <when>", wish('hard')),
  row(
    '<wisher> is|are|am|will be? busy|unavailable|out|away|off|blocked|travelling|traveling|ooo|sick <when>',
    wish('hard'),
  ),
  row("<wisher> has|have|' s? off|school|holiday|holidays|vacation <when>", wish('hard')),
  row("<wisher> ' s? busy|unavailable|out|away|off|blocked|travelling|traveling|ooo <when>", wish('hard')),
  row('<wisher> is|are|am? unable to do|make|meet|attend|join? <when>', wish('hard')),
  row("<wisher> ' m|re|s not available|free|around|there|in <when>", wish('hard')),
  row("<wisher> ' m|re busy|unavailable|out|away|off|blocked|travelling|traveling|ooo <when>", wish('hard')),
  row('no meetings for|with <wisher> <when>', wish('hard')),
];

/** Would rather not. */
const soft: readonly RequestRule[] = [
  row(
    "<wisher> would|d|will|'? d? rather|prefer|prefers not to? meet|do|have|attend|join? meetings? <when>",
    wish('soft'),
  ),
  row("<wisher> ' d rather|prefer not to? meet|do|have|attend|join? meetings? <when>", wish('soft')),
  row('<wisher> prefers|prefer not to? meet|do|have|attend|join? meetings? <when>', wish('soft')),
  row('<wisher> rather not to? meet|do? <when>', wish('soft')),
  row(
    '<wisher> would|wants|want|likes|like|d like|likes? to avoid|skip more|any|further? meetings|meeting|meet? <when>',
    wish('soft'),
  ),
  row("<wisher> ' d like to avoid more|any|further? meetings|meeting|meet? <when>", wish('soft')),
  row('<wisher> avoids|avoid|dislikes|dislike|hates|hate more|any? meetings|meeting? <when>', wish('soft')),
  row('<wisher> does|do not want|like|wish to? meet|do|have|attend|join? meetings? <when>', wish('soft')),
  row("<wisher> doesn|don ' t want|like|wish to? meet|do|have|attend|join? meetings? <when>", wish('soft')),
  row('<wisher> doesnt|dont want|like|wish to? meet|do|have|attend|join? meetings? <when>', wish('soft')),
  row("<wisher> would|is|are not|n|'? t? like|keen to? meet|on? <when>", wish('soft')),
  row('preferably|ideally|rather not <when>', (c, w) =>
    fact({
      about: 'wish',
      people: [{ name: 'me', candidates: [c.sender], self: true }],
      when: w,
      strength: 'soft',
      only: false,
    }),
  ),
];

/** Only, or best, then. */
const wanted: readonly RequestRule[] = [
  row('<wisher> can|could only do|make|meet|attend|join|come? <when>', wish('hard', true)),
  // "Carol only tomorrow" names who comes.
  row('<wisher> only <when>', (c, p, w) => (namesHoursOnly(w) ? wish('hard', true)(c, p, w) : undefined)),
  row('<wisher> is|are only available|free|in|there <when>', wish('hard', true)),
  row('<wisher> only has|have time? <when>', wish('hard', true)),
  row('<wisher> works|work only|just <when>', wish('hard', true)),
  row('<wisher> only works|work <when>', wish('hard', true)),
  row(
    '<wisher> prefers|prefer|likes|like|favours|favors to? meet|meeting|meetings? <when>',
    wish('soft', true),
  ),
  row("<wisher> would|'? d? prefer|like|rather to? meet|do? <when>", wish('soft', true)),
];

/** What individual people can and would rather not. */
export const wishRows: readonly RequestRule[] = [...wishers, ...hard, ...soft, ...wanted];
