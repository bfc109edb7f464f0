import { withMessage } from '../../cards/meeting-card.ts';
import type { BotServices } from '../bot-services.ts';
import type { CardAnswer } from '../card-answer.ts';
import { answerCard, answerMessage } from '../card-answer.ts';
import { say, sayCard } from '../replies.ts';
import type { Sender } from '../sender.ts';
import { ownCard, showMeeting } from '../show-meeting.ts';
import type { Reply } from './act-turn.ts';

/** Says a reply in the chat where the sender wrote; gives the id of the message, where it is a card that may be put in place of. */
export async function sendReply(
  services: BotServices,
  sender: Sender,
  reply: Reply,
): Promise<string | undefined> {
  switch (reply.kind) {
    case 'sentence':
      await say(services.connector, sender.place, reply.text);
      return undefined;
    case 'card':
      return await sayCard(services.connector, sender.place, reply.card);
    case 'meeting':
      await showMeeting(services, sender, reply.view, reply.message);
      return undefined;
  }
}

/** A reply in the place of the card that the sender clicked. */
export function replyToClick(sender: Sender, reply: Reply): CardAnswer {
  switch (reply.kind) {
    case 'sentence':
      return answerMessage(reply.text);
    case 'card':
      return answerCard(reply.card);
    case 'meeting': {
      const card = ownCard(reply.view, sender);
      return answerCard(reply.message === undefined ? card : withMessage(card, reply.message));
    }
  }
}
