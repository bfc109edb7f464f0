import { z } from 'zod';

import type { Mention } from '../language/meaning/understanding.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { Connector, Place, RosterMember } from '../messenger/connector.ts';
import type { IncomingActivity, IncomingMention } from './activity-shape.ts';
import { mentionsOf } from './activity-shape.ts';

const keptMs = 5 * 60_000;
const rosterShape = z.array(
  z.object({ userId: z.string(), name: z.string(), directoryId: z.string().optional() }),
);

/** Who is in a chat, from the connector, kept for five minutes in the shared store. */
export async function chatRoster(
  services: { readonly store: Store; readonly connector: Connector },
  place: Place,
): Promise<readonly RosterMember[]> {
  const key = `teams:roster:${place.conversationId}`;
  const kept = await services.store.get(key);
  if (kept !== undefined) {
    return rosterShape.parse(JSON.parse(kept)).map(({ userId, name, directoryId }) => ({
      userId,
      name,
      directoryId,
    }));
  }
  const roster = await services.connector.roster(place);
  await services.store.set(key, JSON.stringify(roster), { ttlMs: keptMs });
  return roster;
}

/** The members whom the directory knows, without the one who speaks. */
export function membersOf(
  roster: readonly RosterMember[],
  directory: readonly Person[],
  speaker: Person,
): readonly Person[] {
  const byId = new Map(directory.map((person) => [person.id, person]));
  return roster.flatMap(({ directoryId }) => {
    const person = directoryId === undefined ? undefined : byId.get(personId(directoryId));
    return person === undefined || person.id === speaker.id ? [] : [person];
  });
}

function mentioned(
  mention: IncomingMention,
  roster: readonly RosterMember[],
  directory: readonly Person[],
): Person | undefined {
  const directoryId =
    mention.mentioned.aadObjectId ??
    roster.find(({ userId }) => userId === mention.mentioned.id)?.directoryId;
  if (directoryId === undefined) return undefined;
  return directory.find(({ id }) => id === personId(directoryId));
}

/** The words of a message, with every mention of a person as `@Name` and those of the bot gone. */
export function wordsOf(
  activity: IncomingActivity,
  roster: readonly RosterMember[],
  directory: readonly Person[],
): { readonly text: string; readonly mentions: readonly Mention[] } {
  const mentions: Mention[] = [];
  let text = activity.text ?? '';
  for (const mention of mentionsOf(activity)) {
    if (mention.mentioned.id === activity.recipient.id) {
      text = text.replaceAll(mention.text, ' ');
      continue;
    }
    const person = mentioned(mention, roster, directory);
    const words = `@${person?.displayName ?? mention.mentioned.name ?? ''}`;
    text = text.replaceAll(mention.text, words);
    if (person !== undefined) mentions.push({ text: words, person });
  }
  return { text: plainText(text), mentions };
}

/** Teams sends simple HTML for some messages; tags go, entities become characters. */
function plainText(text: string): string {
  return text
    .replaceAll(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
