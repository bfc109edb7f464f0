import { z } from 'zod';

import type { PersonId } from '../../workflows/domain/people/person.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';

/** Puts the app into somebody's Teams; gives the id of their chat with the bot, or undefined where it may not. */
export type InstallApp = (personId: PersonId) => Promise<string | undefined>;

const installedShape = z.object({ value: z.array(z.object({ id: z.string() })) });
const chatShape = z.object({ id: z.string() });

/**
 * Proactive installation through Graph, which needs `TeamsAppInstallation.ReadWriteSelfForUser.All`
 * (https://learn.microsoft.com/microsoftteams/platform/graph-api/proactive-bots-and-messages/graph-proactive-bots-and-messages).
 */
export function createAppInstallation(input: {
  /** With its version. */
  readonly graphBaseUrl: string;
  readonly graphToken: () => Promise<string>;
  readonly teamsAppId: string;
}): InstallApp {
  const { graphBaseUrl, graphToken, teamsAppId } = input;

  async function call(method: string, path: string, body?: object): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`${graphBaseUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${await graphToken()}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(15_000),
      });
    } catch (cause) {
      throw failure('unavailable', {}, cause);
    }
    if (response.status === 429) {
      throw failure('throttled', { retryAfterMs: Number(response.headers.get('retry-after') ?? '5') * 1000 });
    }
    if (response.status >= 500) throw failure('unavailable', {});
    return response;
  }

  return async (personId) => {
    const person = encodeURIComponent(personId);
    const apps = `/users/${person}/teamwork/installedApps`;
    const added = await call('POST', apps, {
      'teamsApp@odata.bind': `${graphBaseUrl}/appCatalogs/teamsApps/${encodeURIComponent(teamsAppId)}`,
    });
    // 409 is somebody who has it already.
    if (!added.ok && added.status !== 409) return undefined;
    const filter = new URLSearchParams({ $filter: `teamsApp/id eq '${teamsAppId}'`, $expand: 'teamsApp' });
    const listed = await call('GET', `${apps}?${filter.toString()}`);
    if (!listed.ok) return undefined;
    const installation = installedShape.parse(await listed.json()).value[0];
    if (installation === undefined) return undefined;
    const chat = await call('GET', `${apps}/${encodeURIComponent(installation.id)}/chat`);
    return chat.ok ? chatShape.parse(await chat.json()).id : undefined;
  };
}

function failure(
  reason: 'unavailable' | 'throttled',
  more: { readonly retryAfterMs?: number },
  cause?: unknown,
): ServiceError {
  const message = 'The app could not be installed for an attendee; Microsoft Graph did not answer.';
  return new ServiceError({ reason, service: 'teams', message, cause, ...more });
}
