/** A worker over ports in memory, in a process of its own, so that its memory can be measured. Argument: Temporal's address. */
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import { createMeetingWorker } from '../../workers/runtime/create-worker.ts';
import { createMemoryPorts } from './memory-ports.ts';

const worker = await createMeetingWorker({
  connection: await NativeConnection.connect({ address: process.argv[2] ?? '' }),
  namespace: 'default',
  ports: createMemoryPorts(() => undefined),
  bundleFolder: join(import.meta.dirname, '../../.assent/bundles'),
});
const running = worker.run();
process.once('SIGTERM', () => {
  worker.shutdown();
});
process.send?.('ready');
await running;
process.exit(0);
