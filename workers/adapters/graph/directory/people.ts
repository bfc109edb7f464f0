import { z } from 'zod';

import { currentViewer } from '../../../../infra/runtime/viewer.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';
import type { HourCycle, Person } from '../../../../workflows/domain/people/person.ts';
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
  /** Every address of the mailbox, each with its kind in front: `SMTP:` for the first one, `smtp:` for aliases. */
  proxyAddresses: z.array(z.string()).nullish(),
});

export type User = z.output<typeof user>;

export const userProperties = 'id,displayName,mail,userPrincipalName,userType,accountEnabled,proxyAddresses';
export const userFields = `$select=${userProperties}`;

const hourMs = 3_600_000;

const settings = z.object({
  timeZone: z.string().nullish(),
  language: z.object({ locale: z.string().nullish() }).nullish(),
  timeFormat: z.string().nullish(),
  userPurpose: z.string().nullish(),
});

/** How somebody reads, as their mailbox has it. */
export interface Reading extends Pick<Person, 'timeZone' | 'locale' | 'hourCycle'> {
  /** Graph's `mailboxSettings.userPurpose`: `user`, `shared`, `room`, `equipment`, … */
  readonly purpose?: string;
}

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function addressOf({ mail, userPrincipalName }: User): string {
  return mail ?? userPrincipalName ?? '';
}

/** All addresses that somebody signs in with or gets mail at, in lower case. */
export function addressesOf({ mail, userPrincipalName, proxyAddresses }: User): readonly string[] {
  const more = (proxyAddresses ?? []).flatMap((entry) => /^smtp:(.+)$/i.exec(entry)?.[1] ?? []);
  return [mail, userPrincipalName, ...more].flatMap((one) => one?.toLowerCase() ?? []);
}

/**
 * Undefined for what is no person who can be asked: no address, or an account that is switched off. That of a shared
 * mailbox is so by design ("About shared mailboxes", Microsoft 365 documentation), and people read its calendar.
 */
export function personOf(found: User, { purpose, ...reading }: Reading = {}): Person | undefined {
  const mail = addressOf(found);
  if (mail === '' || (found.accountEnabled === false && purpose !== 'shared')) return undefined;
  return {
    id: personId(found.id),
    displayName: found.displayName ?? mail,
    mail: mail.toLowerCase(),
    ...reading,
  };
}

/** An answer to `GET /users/{id}/mailboxSettings`; the zone as an IANA name. What it does not say is absent. */
export function readingOf(body: unknown): Reading {
  const { timeZone, language, timeFormat, userPurpose } = settings.safeParse(body).data ?? {};
  const locale = language?.locale ?? '';
  return {
    timeZone: typeof timeZone === 'string' && timeZone !== '' ? ianaOrUndefined(timeZone) : undefined,
    locale: languageTag.test(locale) ? locale : undefined,
    hourCycle: hourCycleOf(timeFormat ?? ''),
    ...(typeof userPurpose === 'string' ? { purpose: userPurpose } : {}),
  };
}

/** Of a .NET format such as `HH:mm` or `h:mm tt` (Graph: `mailboxSettings.timeFormat`): a small `h` counts to 12. */
function hourCycleOf(timeFormat: string): HourCycle | undefined {
  if (timeFormat.includes('H')) return 'h23';
  return timeFormat.includes('h') ? 'h12' : undefined;
}

/** Others' mailbox settings are closed to a person, so zones are those of the working hours that calendars share. */
async function zonesOfWorkingHours(
  graph: Graph,
  people: readonly User[],
): Promise<ReadonlyMap<string, Reading>> {
  const nowMs = Date.now();
  const window = { start: new Date(nowMs).toISOString(), end: new Date(nowMs + hourMs).toISOString() };
  const told = await readAvailability(graph, {
    people: people.map((one) => ({ id: personId(one.id), mail: addressOf(one) })),
    window,
  });
  return new Map(
    people.flatMap(({ id }, index) => {
      const timeZone = told[index]?.workingHours?.timeZone;
      return timeZone === undefined ? [] : [[id, { timeZone }] as const];
    }),
  );
}

/** How people read, by user id, twenty a request; who has no mailbox is missing or empty. */
export async function readSettings(
  graph: Graph,
  people: readonly User[],
): Promise<ReadonlyMap<string, Reading>> {
  if (currentViewer()?.kind === 'person') return zonesOfWorkingHours(graph, people);
  const answers = await graph.batch(
    people.map(({ id }) => ({ method: 'GET', path: `/users/${encodeURIComponent(id)}/mailboxSettings` })),
  );
  return new Map(people.map(({ id }, index) => [id, readingOf(answers[index]?.body)]));
}
