import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense, WhenSense } from './sense.ts';

interface PeopleLike {
  readonly people: readonly NamedPerson[];
}

const wish =
  (strength: 'hard' | 'soft', only = false) =>
  (_: unknown, p: PeopleLike, w: WhenSense): RequestSense =>
    fact({ about: 'wish', people: p.people, when: w, strength, only });

/** Cannot at all. */
const hard: readonly RequestRule[] = [
  row("<people> can ' t|not do|make|meet|attend|join|come|be? there? <when>", wish('hard')),
  row("<people> can ' t <when>", wish('hard')),
  row('<people> cant|cannot do|make|meet|attend|join|come|be? there? <when>', wish('hard')),
  row('<people> can not do|make|meet|attend|join|come|be? there? <when>', wish('hard')),
  row(
    "<people> could|couldnt|couldn|won not|'? t? be able? to? do|make|meet|attend|join? <when>",
    wish('hard'),
  ),
  row('<people> is|are|will|am not be? available|free|there|in <when>', wish('hard')),
  row('<people> is|are|am on? a? vacation|holiday|leave|pto|trip|training <when>', wish('hard')),
  row("<people> isn|aren ' t available|free|there|in|around <when>", wish('hard')),
  row(
    '<people> is|are|am|will be? busy|unavailable|out|away|off|blocked|travelling|traveling|ooo|sick <when>',
    wish('hard'),
  ),
  row("<people> has|have|' s? off|school|holiday|holidays|vacation <when>", wish('hard')),
  row("<people> ' s? busy|unavailable|out|away|off|blocked|travelling|traveling|ooo <when>", wish('hard')),
  row('<people> is|are|am? unable to do|make|meet|attend|join? <when>', wish('hard')),
  row('no meetings for|with <people> <when>', wish('hard')),
];

/** Would rather not. */
const soft: readonly RequestRule[] = [
  row(
    "<people> would|d|will|'? d? rather|prefer|prefers not to? meet|do|have|attend|join? meetings? <when>",
    wish('soft'),
  ),
  row("<people> ' d rather|prefer not to? meet|do|have|attend|join? meetings? <when>", wish('soft')),
  row('<people> prefers|prefer not to? meet|do|have|attend|join? meetings? <when>', wish('soft')),
  row('<people> rather not to? meet|do? <when>', wish('soft')),
  row(
    '<people> would|wants|want|likes|like|d like|likes? to avoid|skip more|any|further? meetings|meeting|meet? <when>',
    wish('soft'),
  ),
  row("<people> ' d like to avoid more|any|further? meetings|meeting|meet? <when>", wish('soft')),
  row('<people> avoids|avoid|dislikes|dislike|hates|hate more|any? meetings|meeting? <when>', wish('soft')),
  row('<people> does|do not want|like|wish to? meet|do|have|attend|join? meetings? <when>', wish('soft')),
  row("<people> doesn|don ' t want|like|wish to? meet|do|have|attend|join? meetings? <when>", wish('soft')),
  row('<people> doesnt|dont want|like|wish to? meet|do|have|attend|join? meetings? <when>', wish('soft')),
  row("<people> would|is|are not|n|'? t? like|keen to? meet|on? <when>", wish('soft')),
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
  row('<people> can|could only do|make|meet|attend|join|come? <when>', wish('hard', true)),
  row('<people> is|are only available|free|in|there <when>', wish('hard', true)),
  row('<people> only has|have time? <when>', wish('hard', true)),
  row('<people> works|work only|just <when>', wish('hard', true)),
  row('<people> only works|work <when>', wish('hard', true)),
  row(
    '<people> prefers|prefer|likes|like|favours|favors to? meet|meeting|meetings? <when>',
    wish('soft', true),
  ),
  row("<people> would|'? d? prefer|like|rather to? meet|do? <when>", wish('soft', true)),
];

/** What individual people can and would rather not. */
export const wishRows: readonly RequestRule[] = [...hard, ...soft, ...wanted];
