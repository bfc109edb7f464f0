import { possibleNames } from '../language/lexicon/possible-names.ts';
import type { Mention, UnderstandInput } from '../language/meaning/understanding.ts';
import type { NameQuery } from '../../workflows/domain/people/known-people.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { isDirectoryId, personId } from '../../workflows/domain/people/person.ts';
import type { IncomingActivity, IncomingMention } from './activity-shape.ts';
import { mentionsOf, tenantOf } from './activity-shape.ts';
import type { BotServices } from './bot-services.ts';
import { chatRoster, isFromOutside, memberOf, membersOf } from './chat-people.ts';
import type { Conversation } from './conversations.ts';
import { wordsOf } from './said-words.ts';
import type { Sender } from './sender.ts';

/** Of larger chats the members are as Teams tells them, where it tells their addresses; their zones are not read. */
const mostMembers = 15;

/** Words that are read in place of the message's own: those of a button, or that were kept. */
interface SaidBefore {
  readonly text: string;
  readonly mentions?: readonly Mention[];
}

/**
 * What the sender's words are understood against. Which words may be names is told by the words alone; whom they may
 * mean is asked of the directory at once.
 */
export async function readingInput(
  services: BotServices,
  activity: IncomingActivity,
  sender: Sender,
  person: Person,
  pending: Conversation | undefined,
  said?: SaidBefore,
): Promise<UnderstandInput> {
  const [rooms, roster] = await Promise.all([
    services.directory.rooms(),
    sender.isPersonal ? [] : chatRoster(services, sender.place),
  ]);
  const tenantId = tenantOf(activity);
  const memberMentioned = ({ mentioned }: IncomingMention) =>
    roster.find(
      ({ userId, directoryId }) =>
        userId === mentioned.id ||
        (directoryId !== undefined && directoryId.toLowerCase() === mentioned.aadObjectId?.toLowerCase()),
    );
  const idOf = (mention: IncomingMention): string | undefined =>
    mention.mentioned.aadObjectId ?? memberMentioned(mention)?.directoryId;
  const text = said?.text ?? wordsOf(activity, () => undefined).text;
  const inside = roster.filter((member) => !isFromOutside(member, tenantId));
  const ids = [
    ...mentionsOf(activity).flatMap((mention) => idOf(mention) ?? []),
    ...inside
      .filter(({ mail }) => inside.length <= mostMembers || mail === undefined)
      .flatMap(({ directoryId }) => directoryId ?? []),
    ...(said === undefined ? [] : [said.text]).filter(isDirectoryId),
  ].map(personId);
  const names: readonly NameQuery[] = [
    ...[...new Set(ids)].map((id) => ({ kind: 'id', id }) as const),
    ...possibleNames(text, pending?.understood.locale),
  ];
  const known = await services.directory.lookUp({ names, asker: person.id });
  const byId = new Map(known.people.map((one) => [one.id, one]));
  const mentioned = (mention: IncomingMention): Person | undefined => {
    const id = idOf(mention);
    const member = memberMentioned(mention);
    const found = id === undefined ? undefined : byId.get(personId(id));
    return found ?? (member === undefined ? undefined : memberOf(member, known.people, tenantId));
  };
  const words =
    said === undefined ? wordsOf(activity, mentioned) : { text: said.text, mentions: said.mentions ?? [] };
  return {
    ...words,
    now: services.now(),
    timeZone: person.timeZone ?? 'UTC',
    sender: person,
    directory: known.people,
    addresses: known.addresses,
    groups: known.groups,
    nearby: known.nearby,
    rooms,
    members: membersOf(roster, known.people, person, tenantId),
    ...(pending === undefined ? {} : { pending: pending.understood }),
  };
}
