import { sleep } from '@temporalio/workflow';

/** An incompatible meeting, for the test that shows that a replay notices: it waits where the real one searches. */
export async function meeting(): Promise<void> {
  await sleep('1 day');
}
