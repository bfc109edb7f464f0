import { calendarDay } from '../../../workflows/domain/time/calendar-day.ts';
import type { Person, PersonId } from '../../../workflows/domain/people/person.ts';
import { instantToLocal } from '../../../workflows/domain/time/zone.ts';
import { button } from '../../cards/buttons.ts';
import type { Action } from '../../cards/elements.ts';
import { tokenize } from '../../language/grammar/token.ts';
import { detectLocale } from '../../language/lexicon/detect-locale.ts';
import type { ActTurn } from './act-turn.ts';

/** What a question leaves open to be wished: with whom, where, how long. The times are those of the question. */
interface BegunWish {
  readonly people: readonly Person[];
  readonly rooms: readonly PersonId[];
  readonly durationMinutes?: number;
}

/** A button that goes on from an answer to finding a time; what it begins is talked about until then. */
export async function beginWish(turn: ActTurn, title: string, wish: BegunWish): Promise<Action> {
  const { services, sender, reader, said, saidId, text } = turn;
  const { timeZone } = reader;
  const now = services.now();
  const person = await services.directory.person(sender.personId);
  if (person === undefined) throw new Error('Whoever asks is in the directory: the turn has read it.');
  const draftId = `${saidId.slice(0, 60)}-${wish.rooms[0]?.slice(0, 30) ?? 'find'}`;
  await services.conversations.keep({
    draftId,
    ownerId: sender.personId,
    conversationId: sender.place.conversationId,
    locale: reader.locale,
    understood: {
      version: 1,
      sender: person,
      timeZone,
      now,
      today: calendarDay(instantToLocal(timeZone, Date.parse(now)).date),
      locale: detectLocale(tokenize(text)),
      durationMinutes: wish.durationMinutes,
      attendees: wish.people.map((one) => ({
        name: one.displayName,
        person: one,
        type: 'required' as const,
      })),
      wishes: [],
      rooms: wish.rooms,
      wanted: [...said.which.when, ...said.to.when],
      avoided: [],
      actions: [],
    },
    offered: [],
    matching: 0,
  });
  return button(title, 'search', { draftId }, { associatedInputs: 'none' });
}
