// The SDK's own download of a Temporal server into the folder given; a process of its own, so that it can be ended.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [downloadDir] = process.argv.slice(2);
if (downloadDir === undefined) throw new Error('The folder to download to is missing.');
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, version: 'default' } },
});
await environment.teardown();
process.exit(0);
