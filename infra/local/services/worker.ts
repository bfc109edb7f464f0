import type { Service } from '../supervision/service.ts';

/** Runs the meetings and all that they do to calendars. */
export function workerService(): Service[] {
  return [
    {
      name: 'worker',
      program: { kind: 'script', entry: 'workers/main.ts' },
      ports: [],
      needs: ['temporal', 'identity', 'graph'],
      ready: { kind: 'message' },
      rows: [],
    },
  ];
}
