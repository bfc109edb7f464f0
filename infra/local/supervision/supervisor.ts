import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { logFileOf } from '../layout.ts';
import { LocalStackError } from '../local-stack-error.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { becomesReady } from './readiness.ts';
import type { Service } from './service.ts';

const readyLimitMs = 60_000;
/** How often a process is started again; one that ran for `steadyMs` before it died is not one that keeps ending. */
const usualLimits = { mostRestarts: 5, steadyMs: 30_000 };

/** The processes of the stack, started in the order of their needs and stopped in the opposite one. */
export class Supervisor {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #tell: (line: string) => void;
  readonly #limits: typeof usualLimits;
  readonly #started: { readonly service: Service; child: Child }[] = [];
  readonly #stopping = new AbortController();

  constructor(environment: NodeJS.ProcessEnv, tell: (line: string) => void, limits = usualLimits) {
    this.#environment = environment;
    this.#tell = tell;
    this.#limits = limits;
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

  /** A process that dies is started again: nothing of Assent is lost with a process. */
  async #keepAlive(entry: { readonly service: Service; child: Child }): Promise<void> {
    const { name } = entry.service;
    const { mostRestarts, steadyMs } = this.#limits;
    for (let restarts = 0; ; restarts++) {
      const startedMs = performance.now();
      await entry.child.ended;
      if (this.#isStopping()) return;
      if (performance.now() - startedMs > steadyMs) restarts = 0;
      if (restarts === mostRestarts) break;
      this.#tell(`${name} ended and is started again; see ${logFileOf(name)}.`);
      await sleep(200 * 2 ** restarts);
      if (this.#isStopping()) return;
      entry.child = startChild(entry.service, this.#environment, logFileOf(name));
    }
    this.#tell(`${name} keeps ending and is left alone; see ${logFileOf(name)}.`);
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
