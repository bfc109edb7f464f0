import { z } from 'zod';

import { currentViewer } from '../../../../infra/runtime/viewer.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import type { TimeZone } from '../../../../workflows/domain/time/slot.ts';
import type { Graph } from '../transport/graph.ts';
import { readAvailability } from '../calendar/schedules.ts';
import { ianaOrUndefined } from '../calendar/working-hours.ts';

/** Graph's `user`, as far as it matters here; members of groups may be other things, without address. */
export const user = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
});

type User = z.output<typeof user>;

export const userFields = '$select=id,displayName,mail,userPrincipalName,userType,accountEnabled';

const hourMs = 3_600_000;

const settings = z.object({ timeZone: z.string().nullish() });

function addressOf({ mail, userPrincipalName }: User): string {
  return mail ?? userPrincipalName ?? '';
}

/** Undefined for what is no person who can be asked: no address, or an account that is switched off. */
export function personOf(found: User, timeZone: TimeZone | undefined): Person | undefined {
  const mail = addressOf(found);
  if (mail === '' || found.accountEnabled === false) return undefined;
  return {
    id: personId(found.id),
    displayName: found.displayName ?? mail,
    mail: mail.toLowerCase(),
    timeZone,
  };
}

/** The zone of an answer to `GET /users/{id}/mailboxSettings`, as an IANA name. */
export function zoneOfSettings(body: unknown): TimeZone | undefined {
  const name = settings.safeParse(body).data?.timeZone;
  return name === undefined || name === null || name === '' ? undefined : ianaOrUndefined(name);
}

/** Others' mailbox settings are closed to a person, so zones are those of the working hours that calendars share. */
async function zonesOfWorkingHours(
  graph: Graph,
  people: readonly User[],
): Promise<ReadonlyMap<string, TimeZone>> {
  const nowMs = Date.now();
  const window = { start: new Date(nowMs).toISOString(), end: new Date(nowMs + hourMs).toISOString() };
  const told = await readAvailability(graph, {
    people: people.map((one) => ({ id: personId(one.id), mail: addressOf(one) })),
    window,
  });
  return new Map(
    people.flatMap(({ id }, index) => {
      const zone = told[index]?.workingHours?.timeZone;
      return zone === undefined ? [] : [[id, zone] as const];
    }),
  );
}

/** The zones of people by user id, twenty a request; who has no mailbox is missing. */
export async function readTimeZones(
  graph: Graph,
  people: readonly User[],
): Promise<ReadonlyMap<string, TimeZone>> {
  if (currentViewer()?.kind === 'person') return zonesOfWorkingHours(graph, people);
  const answers = await graph.batch(
    people.map(({ id }) => ({ method: 'GET', path: `/users/${encodeURIComponent(id)}/mailboxSettings` })),
  );
  const zones = new Map<string, TimeZone>();
  for (const [index, { id }] of people.entries()) {
    const zone = zoneOfSettings(answers[index]?.body);
    if (zone !== undefined) zones.set(id, zone);
  }
  return zones;
}
