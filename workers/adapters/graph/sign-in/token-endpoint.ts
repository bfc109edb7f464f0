import { z } from 'zod';

/** A bearer token and when it ends (milliseconds of the epoch). */
export interface Token {
  readonly token: string;
  readonly expiresAtMs: number;
}

/** The endpoint answered, and not with a token. */
export class TokenEndpointError extends Error {
  override readonly name = 'TokenEndpointError';
  readonly status: number;
  /** JSON, or undefined where there is none. */
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`the token endpoint answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.coerce.number().default(300) });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Asks an OAuth token endpoint for a token (RFC 6749, 4). Rejects with `TokenEndpointError`, or as `fetch` does. */
export async function requestToken(
  tokenUrl: string,
  form: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Token> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const body = jsonOf(await response.text());
  const answer = tokenAnswer.safeParse(body);
  if (!response.ok || !answer.success) throw new TokenEndpointError(response.status, body);
  return {
    token: answer.data.access_token,
    expiresAtMs: Date.now() + answer.data.expires_in * 1000,
  };
}
