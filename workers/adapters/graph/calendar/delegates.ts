import { z } from 'zod';
import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import type { Graph } from '../transport/graph.ts';

const permission = z.object({
  role: z.string().nullish(),
  emailAddress: z.object({ address: z.string().nullish() }).nullish(),
});

/**
 * Of the roles of a calendar, those that write (https://learn.microsoft.com/graph/api/resources/calendarpermission);
 * roles that are not known do not.
 */
const writing: readonly string[] = [
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
];

/** The addresses, in lower case, of those whom somebody has let write to their calendar by name. */
export async function readDelegates(
  graph: Graph,
  { ownerId }: { readonly ownerId: PersonId },
): Promise<readonly string[]> {
  const found = await graph.list(
    `/users/${encodeURIComponent(ownerId)}/calendar/calendarPermissions`,
    permission,
  );
  return found.flatMap(({ role, emailAddress }) =>
    writing.includes(role ?? '') && emailAddress?.address ? [emailAddress.address.toLowerCase()] : [],
  );
}
