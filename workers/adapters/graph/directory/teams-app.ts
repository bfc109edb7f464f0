import { z } from 'zod';

import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import { serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';

const installation = z.object({
  id: z.string(),
  teamsApp: z.object({ id: z.string().nullish() }).nullish(),
});

const chat = z.object({ id: z.string() });

/**
 * Installs the Teams app for somebody who does not have it, and returns the chat that it can then write in. An app that is
 * installed already answers 409, which is fine.
 */
export async function installTeamsApp(
  graph: Graph,
  input: {
    readonly personId: PersonId;
    /** The app's id in the organisation's catalogue, which is not the one in its manifest. */
    readonly teamsAppId: string;
  },
): Promise<{ readonly chatId: string }> {
  const path = `/users/${encodeURIComponent(input.personId)}/teamwork/installedApps`;
  const installed = await graph.answer({
    method: 'POST',
    path,
    body: { 'teamsApp@odata.bind': `${graph.baseUrl}/appCatalogs/teamsApps/${input.teamsAppId}` },
  });
  if (installed.status >= 300 && installed.status !== 409) throw serviceErrorOf(installed);
  const installations = await graph.list(`${path}?$expand=teamsApp`, installation);
  const ours = installations.find(({ teamsApp }) => teamsApp?.id === input.teamsAppId);
  if (ours === undefined) throw serviceErrorOf({ status: 404, headers: {}, body: undefined });
  const found = await graph.send(
    { method: 'GET', path: `${path}/${encodeURIComponent(ours.id)}/chat` },
    chat,
  );
  return { chatId: found.id };
}
