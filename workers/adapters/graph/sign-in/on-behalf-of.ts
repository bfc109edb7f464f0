import { LRUCache } from 'lru-cache';
import { currentViewer } from '../../../../infra/runtime/viewer.ts';
import type { PersonViewer } from '../../../../infra/runtime/viewer.ts';
import type { Exchange } from './exchange.ts';
import { ClaimsNeededError } from './sign-in-error.ts';
import { keepingToken } from './token-source.ts';
import type { TokenSource } from './token-source.ts';

/** Microsoft Graph with the access of the person being served. */
export interface OnBehalfOf {
  /**
   * Tokens of the viewer at the moment they are asked for: the person's own, or the application's. Rejects where no
   * viewer was named, so that nothing is read with more access by mistake.
   */
  readonly tokenSource: TokenSource;
  /** The claims (JSON text) that this person must prove before Graph can be read for them, if any. Never rejects. */
  readonly claimsNeeded: (person: PersonViewer) => Promise<string | undefined>;
}

const maxPeople = 10_000;
/** Entra ID blocks clients that repeat a refused request in a loop; they get the cached refusal instead. */
const refusalKeptMs = 5_000;

/** A refusal is kept for a moment too, so that a person's client in a loop does not become one at the endpoint. */
function keepingRefusals(source: TokenSource): TokenSource {
  let refusal: { readonly error: unknown; readonly untilMs: number } | undefined;
  return {
    token: async (wish) => {
      if (refusal !== undefined && Date.now() < refusal.untilMs) throw refusal.error;
      try {
        return await source.token(wish);
      } catch (error) {
        refusal = { error, untilMs: Date.now() + refusalKeptMs };
        throw error;
      }
    },
  };
}

/** Exchanges people's tokens, each once for as long as what it was exchanged for lasts; `application` serves the rest. */
export function createOnBehalfOf(exchange: Exchange, application: TokenSource): OnBehalfOf {
  // By the token and not by the person: another token of the same person may prove more, or less.
  const sources = new LRUCache<string, TokenSource>({ max: maxPeople });

  function sourceOf({ key, assertion, expiresAtMs }: PersonViewer): TokenSource {
    const known = sources.get(key);
    if (known !== undefined) return known;
    const source = keepingRefusals(keepingToken(() => exchange(assertion)));
    sources.set(key, source, { ttl: Math.max(1, expiresAtMs - Date.now()) });
    return source;
  }

  return {
    tokenSource: {
      token: async (wish) => {
        const viewer = currentViewer();
        if (viewer === undefined) throw new Error('Graph was asked without saying for whom');
        return (viewer.kind === 'person' ? sourceOf(viewer) : application).token(wish);
      },
    },
    claimsNeeded: async (person) => {
      try {
        await sourceOf(person).token();
        return undefined;
      } catch (error) {
        return error instanceof ClaimsNeededError ? error.claims : undefined;
      }
    },
  };
}
