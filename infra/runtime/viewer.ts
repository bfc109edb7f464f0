import { AsyncLocalStorage } from 'node:async_hooks';
import type { PersonId } from '../../workflows/domain/people/person.ts';

/** A person whose own access decides what is seen. */
export interface PersonViewer {
  readonly kind: 'person';
  readonly personId: PersonId;
  /** The access token that came with the person's request: it is exchanged for another, and never sent on. */
  readonly assertion: string;
  /** A hash of that token, without blanks; what was read for it is kept under this key and shown to nobody else. */
  readonly key: string;
  /** When that token ends (milliseconds of the epoch). */
  readonly expiresAtMs: number;
}

/** Whose access other services are read with: a person's, or the application's own. */
export type Viewer = PersonViewer | { readonly kind: 'application' };

const storage = new AsyncLocalStorage<Viewer>();

/** Runs `work` so that whatever it reads, however deep, is read as `viewer`; unchanged where none is given. */
export function asViewer<Result>(viewer: Viewer | undefined, work: () => Result): Result {
  return viewer === undefined ? work() : storage.run(viewer, work);
}

/** Undefined in processes that serve nobody's own access, such as the worker. */
export function currentViewer(): Viewer | undefined {
  return storage.getStore();
}

/** Distinguishes what different viewers may have seen: the front of a cache's key. */
export function currentViewerKey(): string {
  const viewer = storage.getStore();
  if (viewer === undefined) return '';
  return viewer.kind === 'person' ? viewer.key : viewer.kind;
}
