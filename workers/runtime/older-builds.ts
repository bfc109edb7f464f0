import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../infra/runtime/log.ts';
import type { MeetingWorkerInput } from './create-worker.ts';
import type { Deployment } from './deployment.ts';
import type { RunningBuild } from './run-build.ts';
import { runBuild } from './run-build.ts';
import { readBundle, readBundles, removeBundle } from './stored-bundles.ts';

/** They only finish what has begun. */
const olderWorkerOptions = { maxCachedWorkflows: 100 };

interface OlderBuildsInput {
  readonly worker: Omit<MeetingWorkerInput, 'bundle' | 'isVersioned'>;
  readonly bundleFolder: string;
  readonly ownBuildId: string;
  readonly deployment: Pick<Deployment, 'countOpen'>;
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly reviewEveryMs: number;
}

/**
 * Runs a worker for each stored bundle that still has meetings. One that has none at two reviews in a row is stopped and
 * removed: at the first a meeting may still be on its way to being counted.
 */
export class OlderBuilds {
  readonly #input: OlderBuildsInput;
  readonly #running = new Map<string, RunningBuild>();
  readonly #empty = new Set<string>();
  readonly #stopping = new AbortController();
  #reviewing: Promise<void> = Promise.resolve();

  constructor(input: OlderBuildsInput) {
    this.#input = input;
  }

  /** Resolves when the builds that have meetings run; goes on reviewing until `shutdown`. */
  async start(): Promise<void> {
    await this.#reviewAll();
    this.#reviewing = this.#keepReviewing();
  }

  async shutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#reviewing;
    await Promise.all([...this.#running.values()].map((build) => build.shutdown()));
  }

  async #keepReviewing(): Promise<void> {
    while (await this.#nextReview()) await this.#reviewAll();
  }

  /** Waits; false when stopping. */
  #nextReview(): Promise<boolean> {
    const { signal } = this.#stopping;
    return pause(this.#input.reviewEveryMs, true, { signal, ref: false }).catch(() => false);
  }

  async #reviewAll(): Promise<void> {
    const { bundleFolder, ownBuildId, log } = this.#input;
    const builds = new Set((await readBundles(bundleFolder)).map(({ buildId }) => buildId));
    builds.delete(ownBuildId);
    for (const buildId of builds) {
      try {
        await this.#review(buildId);
      } catch (error) {
        log.warn({ err: error, buildId }, 'the meetings of an older build could not be looked after');
      }
    }
  }

  async #review(buildId: string): Promise<void> {
    const { deployment, bundleFolder, log } = this.#input;
    const openMeetings = await deployment.countOpen(buildId);
    if (openMeetings > 0) {
      this.#empty.delete(buildId);
      if (!this.#running.has(buildId)) await this.#run(buildId, openMeetings);
    } else if (!this.#empty.has(buildId)) {
      this.#empty.add(buildId);
    } else {
      await this.#running.get(buildId)?.shutdown();
      await removeBundle(bundleFolder, buildId);
      this.#empty.delete(buildId);
      log.info({ buildId }, 'an older build has no more meetings and is removed');
    }
  }

  async #run(buildId: string, openMeetings: number): Promise<void> {
    const { worker, bundleFolder, log } = this.#input;
    const bundle = await readBundle(bundleFolder, buildId);
    if (bundle === undefined) return;
    const options = { ...worker.options, ...olderWorkerOptions };
    const build = await runBuild({ ...worker, options, bundle, isVersioned: true });
    this.#running.set(buildId, build);
    log.info({ buildId, openMeetings }, 'meetings of an older build go on beside this one');
    // One that fails is started again at the next review.
    build.ended
      .catch((error: unknown) => {
        log.warn({ err: error, buildId }, 'the worker of an older build ended');
      })
      .finally(() => this.#running.delete(buildId));
  }
}
