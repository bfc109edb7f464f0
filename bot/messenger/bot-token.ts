import { z } from 'zod';

import { ServiceError } from '../../workflows/ports/service-error.ts';

/** Gives a bearer token for the connector, or undefined where the bot has no app id (local use). */
export type BotToken = () => Promise<string | undefined>;

const answerShape = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });
const connectorScope = 'https://api.botframework.com/.default';
const renewBeforeMs = 5 * 60_000;

/**
 * Client credentials of the bot's app registration, kept until five minutes before they end
 * (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
 */
export function createBotToken(bot: {
  readonly appId: string | undefined;
  readonly appPassword: string | undefined;
  readonly tenantId: string | undefined;
  /** The token endpoint, where it is not that of Entra ID. */
  readonly loginUrl: string | undefined;
}): BotToken {
  const { appId, appPassword } = bot;
  if (appId === undefined || appPassword === undefined) return () => Promise.resolve(undefined);
  const url =
    bot.loginUrl ??
    `https://login.microsoftonline.com/${bot.tenantId ?? 'botframework.com'}/oauth2/v2.0/token`;
  let kept: { readonly token: string; readonly untilMs: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId ?? '',
      client_secret: appPassword ?? '',
      scope: connectorScope,
    });
    try {
      const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const answer = answerShape.parse(await response.json());
      kept = { token: answer.access_token, untilMs: Date.now() + answer.expires_in * 1000 - renewBeforeMs };
      return answer.access_token;
    } catch (cause) {
      throw new ServiceError({
        reason: 'unavailable',
        service: 'teams',
        message: 'The bot could not sign in to Teams.',
        cause,
      });
    } finally {
      asking = undefined;
    }
  }

  return () => {
    if (kept !== undefined && kept.untilMs > Date.now()) return Promise.resolve(kept.token);
    asking ??= ask();
    return asking;
  };
}
