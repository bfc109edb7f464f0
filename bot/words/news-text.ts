import { organizersNews } from '../../workflows/domain/meeting/announcements.ts';
import { isOrganizing } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { outcomeText } from './decision-text.ts';
import { historyText } from './history-text.ts';
import type { Reader } from './reader.ts';

/** The news since a version: for the organizer everything that matters, for others how it ended. */
export function newsText(
  view: MeetingView,
  recipientId: PersonId,
  since: number,
  reader: Reader,
): string | undefined {
  if (!isOrganizing(view, recipientId)) return view.outcome && outcomeText(view.outcome, view, reader);
  const sentences = organizersNews(view.history, since).map((entry) => historyText(entry, view, reader));
  return sentences.length === 0 ? undefined : [...new Set(sentences)].join(' ');
}
