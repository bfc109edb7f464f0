import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { PubSub } from '../../../workflows/ports/pub-sub.ts';
import type { Reservations, Store } from '../../../workflows/ports/store.ts';
import { tied } from '../../support/tied-process.ts';

export interface SharedState {
  readonly store: Store;
  readonly reservations: Reservations;
  readonly pubSub: PubSub;
  close(): Promise<void>;
}

/** How another process opens the same state: `npx node shared-peer.ts` gets it as JSON. */
export type SharedAddress =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'redis'; readonly url: string };

/** What is under test, opened before the first test. */
export type Subject = () => { readonly state: SharedState; readonly address: SharedAddress };

const peerFile = fileURLToPath(new URL('./shared-peer.ts', import.meta.url));

export function startPeer(address: SharedAddress, job: unknown): ChildProcess {
  return tied(fork(peerFile, [JSON.stringify(address), JSON.stringify(job)], { stdio: 'inherit' }));
}

export function unique(): string {
  return `test:${randomUUID()}`;
}

/** The next message of a process; rejects when it ends before. */
export async function answerOf(peer: ChildProcess): Promise<unknown> {
  const ended = once(peer, 'exit').then(([code]) => {
    throw new Error(`The other process ended with ${String(code)} before it answered.`);
  });
  const [answer] = (await Promise.race([once(peer, 'message'), ended])) as [unknown];
  return answer;
}

/** Runs jobs in several processes at once on the same state; gives what each answered. */
export async function inProcesses(address: SharedAddress, jobs: readonly unknown[]): Promise<unknown[]> {
  return Promise.all(jobs.map((job) => answerOf(startPeer(address, job))));
}
