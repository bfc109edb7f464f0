import type { PubSub } from '../../../workflows/ports/pub-sub.ts';
import type { Reservations, Store } from '../../../workflows/ports/store.ts';
import { openDatabase } from './database.ts';
import { createSqlitePubSub } from './pub-sub.ts';
import { createSqliteReservations } from './reservations.ts';
import { createSqliteStore } from './store.ts';

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** State that the processes of one machine share through one SQLite file; the default where no Redis is configured. */
export function openSqliteShared(input: {
  readonly file: string;
  /** Receives what listeners throw. */
  readonly onError?: (error: unknown) => void;
}): {
  readonly store: Store;
  readonly reservations: Reservations;
  readonly pubSub: PubSub;
  close(): Promise<void>;
} {
  const database = openDatabase(input.file);
  const messages = createSqlitePubSub(database, input.onError ?? warn);
  return {
    store: createSqliteStore(database),
    reservations: createSqliteReservations(database),
    pubSub: messages.pubSub,
    close: () => {
      messages.close();
      if (database.isOpen) database.close();
      return Promise.resolve();
    },
  };
}
