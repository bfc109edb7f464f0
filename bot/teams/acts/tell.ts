import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import type { CardReader } from '../../cards/reader.ts';
import { readerOf } from '../../cards/reader.ts';
import { cardActivity } from '../../messenger/card-activity.ts';
import type { BotServices } from '../bot-services.ts';

interface Told {
  readonly told: readonly Person[];
  /** Not reached in Teams. */
  readonly untold: readonly Person[];
}

/** Tells people of a meeting something in their own chats with the bot, each in their own words; says who was reached. */
export async function tell(
  { personalChats, connector, log }: Pick<BotServices, 'personalChats' | 'connector' | 'log'>,
  view: MeetingView,
  people: readonly Person[],
  cardFor: (reader: CardReader) => AdaptiveCard,
): Promise<Told> {
  async function reaches({ id }: Person): Promise<boolean> {
    const chat = await personalChats.find(id);
    if (chat === undefined) return false;
    try {
      const sent = await connector.send(chat, cardActivity(cardFor(readerOf(view, id, chat.locale))));
      return sent.kind === 'sent';
    } catch (error) {
      log.warn({ err: error, personId: id, meetingId: view.meetingId }, 'somebody could not be told');
      return false;
    }
  }
  const reached = await Promise.all(people.map(async (person) => [person, await reaches(person)] as const));
  return {
    told: reached.flatMap(([person, isTold]) => (isTold ? [person] : [])),
    untold: reached.flatMap(([person, isTold]) => (isTold ? [] : [person])),
  };
}
