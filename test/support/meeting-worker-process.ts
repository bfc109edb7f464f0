/** A worker in a process of its own, to be killed: `node meeting-worker-process.ts '{"address":…}'`. */
import { NativeConnection } from '@temporalio/worker';
import { calendarWriter } from '../../bot/words/calendar-writer.ts';
import { createMailWriter } from '../../bot/mails/mail-writer.ts';
import { companyPlanId } from '../../infra/graph-emulator/seed.ts';
import { createGraphCalendar } from '../../workers/adapters/graph/calendar/calendar.ts';
import { createGraphDirectory } from '../../workers/adapters/graph/directory/directory.ts';
import { createGraph } from '../../workers/adapters/graph/transport/graph.ts';
import { createGraphTasks } from '../../workers/adapters/graph/planner/tasks.ts';
import { createProjections } from '../../workers/adapters/projections/projections.ts';
import { openSqliteShared } from '../../workers/adapters/sqlite/shared.ts';
import { createCountingMessenger } from './counting-messenger.ts';
import { runTestBuild } from './run-test-build.ts';

interface Settings {
  readonly address: string;
  readonly graphUrl: string;
  readonly graphToken: string;
  readonly sqliteFile: string;
}

const settings = JSON.parse(process.argv[2] ?? '') as Settings;
const shared = openSqliteShared({ file: settings.sqliteFile });
const graph = createGraph({
  baseUrl: settings.graphUrl,
  tokenSource: { token: () => Promise.resolve(settings.graphToken) },
  timeoutMs: 2000,
});
const worker = await runTestBuild({
  connection: await NativeConnection.connect({ address: settings.address }),
  namespace: 'default',
  ports: {
    calendar: createGraphCalendar(graph),
    directory: createGraphDirectory(graph, { cacheMs: 60_000 }),
    tasks: createGraphTasks(graph, { planId: companyPlanId, store: shared.store }),
    projections: createProjections(shared),
    reservations: shared.reservations,
    store: shared.store,
    clock: { now: () => new Date().toISOString() },
    answerLinks: { link: ({ meetingId }) => `http://127.0.0.1/${meetingId}` },
    calendarWriter,
    mailWriter: createMailWriter(shared.store),
    messenger: createCountingMessenger(shared.store),
  },
});
process.once('SIGTERM', () => {
  void worker.shutdown();
});
process.send?.('ready');
await worker.ended;
await shared.close();
