import type { To } from '../language/meaning/frame.ts';
import type { Understanding } from '../language/meaning/understanding.ts';
import type { Reader } from '../words/reader.ts';
import { durationText } from '../words/times.ts';
import { whenText, whichText } from './which-text.ts';

/** What it shall become, as it was read, a phrase each. */
function toTexts(to: To, reader: Reader): readonly string[] {
  const { acts, times, cards } = reader.words;
  const { which, changed, read, answer } = acts;
  const names = (people: To['addPeople']) => times.list(people.map(({ name }) => name));
  const duration = (minutes: number) => durationText(Math.abs(minutes), reader);
  const place = to.place ?? (to.room?.kind === 'named' ? to.room.name : undefined);
  const { shiftMinutes, minutes, longerMinutes, endAt, title, online, option, reason } = to;
  return [
    ...(to.answer === undefined ? [] : [answer.button[to.answer]]),
    ...(option === undefined ? [] : [option < 0 ? read.lastOption : read.option(option)]),
    ...to.when.map((when) => whenText(when, reader)),
    ...(shiftMinutes === undefined
      ? []
      : [shiftMinutes < 0 ? read.earlier(duration(shiftMinutes)) : read.later(duration(shiftMinutes))]),
    ...(minutes === undefined ? [] : [duration(minutes)]),
    ...(longerMinutes === undefined
      ? []
      : [longerMinutes < 0 ? read.shorter(duration(longerMinutes)) : read.longer(duration(longerMinutes))]),
    ...(endAt === undefined ? [] : [read.until(endAt)]),
    ...(title === undefined ? [] : [which.called(title)]),
    ...(place === undefined ? [] : [which.in(place)]),
    ...(to.addPeople.length === 0 ? [] : [changed.added(names(to.addPeople))]),
    ...(to.removePeople.length === 0 ? [] : [changed.removed(names(to.removePeople))]),
    ...(online === undefined ? [] : [online ? cards.online : read.inPerson]),
    ...(to.soonest === true ? [read.soonest] : []),
    ...(reason === undefined ? [] : [cards.quote(reason)]),
  ].filter((text) => text !== '');
}

/**
 * How a model read what was said of meetings, so that whoever clicks sees what they click:
 * `Read as: Move a meeting (called “Budget”): on Thu 3 Dec.` Undefined where no model had a part in it.
 */
export function readAsText(
  said: Extract<Understanding, { kind: 'act' }>,
  reader: Reader,
): string | undefined {
  if (said.readBy === undefined) return undefined;
  const { read, unsure } = reader.words.acts;
  const which = whichText(said.which, reader);
  return read.as(
    [
      unsure.acts[said.act],
      ...(said.which.all === true ? [read.all] : []),
      ...(which === '' ? [] : [`(${which})`]),
    ].join(' '),
    toTexts(said.to, reader).join(', '),
  );
}
