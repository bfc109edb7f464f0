import { z } from 'zod';

import type { Person } from '../../workflows/domain/people/person.ts';
import { guestId, personId } from '../../workflows/domain/people/person.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { Connector, Place, RosterMember } from '../messenger/connector.ts';

const keptMs = 5 * 60_000;
const rosterShape = z.array(
  z.object({
    userId: z.string(),
    name: z.string(),
    directoryId: z.string().optional(),
    mail: z.string().optional(),
    tenantId: z.string().optional(),
  }),
);

/** Who is in a chat, from the connector, kept for five minutes in the shared store. */
export async function chatRoster(
  services: { readonly store: Store; readonly connector: Connector },
  place: Place,
): Promise<readonly RosterMember[]> {
  const key = `teams:roster:${place.conversationId}`;
  const kept = await services.store.get(key);
  if (kept !== undefined) return rosterShape.parse(JSON.parse(kept));
  const roster = await services.connector.roster(place);
  await services.store.set(key, JSON.stringify(roster), { ttlMs: keptMs });
  return roster;
}

/** Whether somebody in the chat is of another organisation than the speaker. */
export function isFromOutside(member: RosterMember, tenantId: string | undefined): boolean {
  return member.tenantId !== undefined && tenantId !== undefined && member.tenantId !== tenantId;
}

/**
 * Who a member of a chat is: the directory's person, a guest by mail from another organisation, or what Teams says of a
 * colleague who was not looked up. Undefined for somebody without address.
 */
export function memberOf(
  member: RosterMember,
  people: readonly Person[],
  tenantId: string | undefined,
): Person | undefined {
  const { directoryId, mail, name } = member;
  if (isFromOutside(member, tenantId))
    return mail === undefined
      ? undefined
      : { id: guestId(mail), displayName: name === '' ? mail : name, mail };
  if (directoryId === undefined) return undefined;
  const id = personId(directoryId);
  const known = people.find((person) => person.id === id);
  if (known !== undefined || mail === undefined) return known;
  return { id, displayName: name === '' ? mail : name, mail };
}

/** Who is in the chat, without the one who speaks. */
export function membersOf(
  roster: readonly RosterMember[],
  people: readonly Person[],
  speaker: Person,
  tenantId: string | undefined,
): readonly Person[] {
  return roster.flatMap((member) => {
    const person = memberOf(member, people, tenantId);
    return person === undefined || person.id === speaker.id ? [] : [person];
  });
}
