import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Reader } from '../words/reader.ts';
import { readerIn } from '../words/reader.ts';

/** The person a card is made for, which decides what it offers. */
export interface CardReader extends Reader {
  readonly personId: PersonId;
}

/** The reader of a meeting's card; `teamsLocale` as reported in the chat with the person. */
export function readerOf(view: MeetingView, id: PersonId, teamsLocale?: string): CardReader {
  return { ...readerIn(view, id, teamsLocale), personId: id };
}
