import type { Mention } from '../../language/meaning/understanding.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Store } from '../../../workflows/ports/store.ts';
import type { SaidAct } from './act-turn.ts';

/** As long as a talk lasts. */
const keptMs = 2 * 60 * 60_000;

/** A sentence and how it was read, so that a button goes on with all that was said. */
export interface KeptSaid {
  /** Who said it; nobody else may go on with it. */
  readonly ownerId: PersonId;
  /** The locale that it is answered in, a BCP 47 tag. */
  readonly locale: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Absent where it was not clear which act it is. */
  readonly said?: SaidAct;
}

const keyOf = (saidId: string) => `teams:said:${saidId}`;

/** Keeps what was said for two hours, in the shared store: whichever process gets the click goes on with it. */
export async function keepSaid(store: Store, saidId: string, said: KeptSaid): Promise<void> {
  await store.set(keyOf(saidId), JSON.stringify(said), { ttlMs: keptMs });
}

export async function findSaid(store: Store, saidId: string): Promise<KeptSaid | undefined> {
  const text = await store.get(keyOf(saidId));
  return text === undefined ? undefined : (JSON.parse(text) as KeptSaid);
}
