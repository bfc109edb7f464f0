import type { Room } from '../../workflows/domain/people/person.ts';
import type { Reader } from '../words/reader.ts';
import type { Action, AdaptiveCard, Element } from './elements.ts';
import { adaptiveCard, line, run, sentence } from './elements.ts';

/** Rooms that are free, each with the button that goes on with it. */
export function roomsCard(
  title: string,
  rooms: readonly { readonly room: Room; readonly action: Action }[],
  { words }: Reader,
): AdaptiveCard {
  const { seats } = words.questions.rooms;
  return adaptiveCard({
    fallbackText: [title, ...rooms.map(({ room }) => room.displayName)].join('\n'),
    body: [
      line([run(title, { weight: 'bolder', size: 'medium' })]),
      ...rooms.flatMap(({ room, action }): Element[] => [
        line(
          [
            run(room.displayName, { weight: 'bolder' }),
            ...(room.capacity === undefined ? [] : [run(` · ${seats(room.capacity)}`, { isSubtle: true })]),
          ],
          { separator: true },
        ),
        { type: 'ActionSet', spacing: 'small', actions: [action] },
      ]),
      ...(rooms.length === 0 ? [sentence(words.questions.rooms.noRooms)] : []),
    ],
  });
}
