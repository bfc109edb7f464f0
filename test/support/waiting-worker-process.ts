/** A worker over ports in memory, in a process of its own, so that its memory can be measured. Argument: Temporal's address. */
import { NativeConnection } from '@temporalio/worker';
import { createMemoryPorts } from './memory-ports.ts';
import { runTestBuild } from './run-test-build.ts';

const worker = await runTestBuild({
  connection: await NativeConnection.connect({ address: process.argv[2] ?? '' }),
  namespace: 'default',
  ports: createMemoryPorts(() => undefined),
});
process.once('SIGTERM', () => {
  void worker.shutdown();
});
process.send?.('ready');
await worker.ended;
process.exit(0);
