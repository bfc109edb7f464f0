import type { Log } from '../../infra/runtime/log.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { Instant } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { Messenger } from '../../workflows/ports/messenger.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { CardRecords } from '../messenger/card-records.ts';
import type { Connector } from '../messenger/connector.ts';
import type { PersonalChats } from '../messenger/personal-chats.ts';
import type { Background } from './background.ts';
import type { Conversations } from './conversations.ts';
import type { Reading } from '../language/reading.ts';

/** What the bot's handlers work with. */
export interface BotServices {
  readonly meetings: Meetings;
  /** For questions about when somebody is free, and what the one who asks has in their own calendar. */
  readonly calendar: Pick<Calendar, 'agenda' | 'availability'>;
  readonly directory: Directory;
  readonly store: Store;
  readonly connector: Connector;
  readonly personalChats: PersonalChats;
  readonly records: CardRecords;
  readonly messenger: Messenger;
  readonly conversations: Conversations;
  readonly reading: Reading;
  readonly background: Background;
  readonly now: () => Instant;
  readonly log: Log;
}
