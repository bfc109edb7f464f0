import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { dayText, hoursText, localDate, zoneText } from '../words/times.ts';
import type { Action, AdaptiveCard } from './elements.ts';
import { adaptiveCard, line, run, sentence } from './elements.ts';

const mostDays = 7;

/** The answer to "when are we free": the free hours of each day, with a picture and the button that goes on. */
export function freeCard(
  input: {
    readonly title: string;
    readonly free: readonly Slot[];
    /** Where there is none. */
    readonly nothing: string;
    /** The picture as a `data:` address, and what it shows in words. */
    readonly picture?: { readonly url: string; readonly altText: string };
    readonly actions: readonly Action[];
  },
  reader: Reader,
): AdaptiveCard {
  const { title, free, nothing, picture, actions } = input;
  const { cards } = reader.words;
  const days = [...Map.groupBy(free, ({ start }) => localDate(start, reader.timeZone)).values()];
  const lines = days.slice(0, mostDays).map((ofDay) => {
    const [first] = ofDay;
    const day = first === undefined ? '' : dayText(first.start, reader);
    return { day, hours: reader.words.times.list(ofDay.map((slot) => hoursText(slot, reader))) };
  });
  return adaptiveCard({
    fallbackText: [title, ...lines.map(({ day, hours }) => `${day}: ${hours}`)].join('\n'),
    body: [
      line([run(title, { weight: 'bolder', size: 'medium' })]),
      ...(lines.length === 0 ? [sentence(nothing)] : []),
      ...lines.map(({ day, hours }) =>
        line([run(`${day}  `, { weight: 'bolder' }), run(hours)], { spacing: 'small' }),
      ),
      ...(picture === undefined
        ? []
        : [{ type: 'Image', url: picture.url, altText: picture.altText, size: 'stretch' } as const]),
      sentence(cards.zone(zoneText(reader.timeZone, reader)), { isSubtle: true, size: 'small' }),
    ],
    actions,
  });
}
