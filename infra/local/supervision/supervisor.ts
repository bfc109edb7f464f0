import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { logFileOf } from '../layout.ts';
import { LocalStackError } from '../local-stack-error.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { becomesReady } from './readiness.ts';
import type { Service } from './service.ts';

const readyLimitMs = 60_000;
/** The pause before a process is started again doubles with each failure; one that ran for `steadyMs` starts from the beginning. */
const usualPauses = { firstMs: 200, maxMs: 60_000, steadyMs: 30_000 };
/** After so many failures in a row, a process is said to keep ending. */
const failuresInARow = 3;

/** The processes of the stack, started in the order of their needs and stopped in the opposite one. */
export class Supervisor {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #tell: (line: string) => void;
  readonly #pauses: typeof usualPauses;
  readonly #started: { readonly service: Service; child: Child }[] = [];
  readonly #stopping = new AbortController();

  constructor(environment: NodeJS.ProcessEnv, tell: (line: string) => void, pauses = usualPauses) {
    this.#environment = environment;
    this.#tell = tell;
    this.#pauses = pauses;
  }

  /** Starts all, each as soon as what it needs is ready. @throws LocalStackError naming the first that fails, and its log. */
  async start(services: readonly Service[]): Promise<void> {
    const ready = new Map<string, Promise<void>>();
    for (const service of services) {
      const needs = (service.needs ?? []).flatMap((name) => ready.get(name) ?? []);
      ready.set(
        service.name,
        Promise.all(needs).then(() => this.#startOne(service)),
      );
    }
    await Promise.all(ready.values());
  }

  // A function, because the answer changes while others are awaited.
  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #startOne(service: Service): Promise<void> {
    if (this.#isStopping()) return;
    const logFile = logFileOf(service.name);
    rmSync(logFile, { force: true });
    const child = startChild(service, this.#environment, logFile);
    const entry = { service, child };
    this.#started.push(entry);
    if (await becomesReady(child, service.ready, readyLimitMs, this.#stopping.signal)) {
      void this.#keepAlive(entry);
      return;
    }
    if (this.#isStopping()) return;
    const how = child.isRunning() ? `was not ready within ${readyLimitMs / 1000} s` : 'ended while starting';
    throw new LocalStackError(`${service.name} ${how}; the end of ${logFile} says:\n${endOf(logFile)}`);
  }

  /**
   * A process that dies is started again, however often: nothing of Assent is lost with a process. What changes is said
   * once: that it ended, that it keeps ending, and that it runs again.
   */
  async #keepAlive(entry: { readonly service: Service; child: Child }): Promise<void> {
    const { name } = entry.service;
    const { firstMs, maxMs, steadyMs } = this.#pauses;
    const logFile = logFileOf(name);
    for (let failures = 0; ;) {
      if (await this.#ranFor(entry.child, steadyMs)) {
        if (failures >= failuresInARow) this.#tell(`${name} runs again.`);
        failures = 0;
        await entry.child.ended;
      }
      if (this.#isStopping()) return;
      failures += 1;
      if (failures === 1) this.#tell(`${name} ended and is started again; see ${logFile}.`);
      if (failures === failuresInARow)
        this.#tell(
          `${name} keeps ending; it is tried again less and less often, at least every ${maxMs / 1000} s. See ${logFile}.`,
        );
      await this.#pause(Math.min(maxMs, firstMs * 2 ** (failures - 1)));
      if (this.#isStopping()) return;
      entry.child = startChild(entry.service, this.#environment, logFile);
    }
  }

  /** Whether the child still runs after so long, and is meant to. */
  async #ranFor(child: Child, durationMs: number): Promise<boolean> {
    const settled = new AbortController();
    const signal = AbortSignal.any([settled.signal, this.#stopping.signal]);
    await Promise.race([child.ended, sleep(durationMs, undefined, { signal }).catch(() => undefined)]);
    settled.abort();
    return child.isRunning() && !this.#isStopping();
  }

  /** Ends early when everything stops. */
  async #pause(durationMs: number): Promise<void> {
    await sleep(durationMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  /** Stops all, last started first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const { child } of this.#started.toReversed()) await child.stop();
  }
}

function endOf(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n');
  } catch {
    return '(nothing)';
  }
}
