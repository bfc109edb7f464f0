import { logging } from '../../runtime/config/logging.ts';
import { mcp, publicUrlOf } from '../../runtime/config/mcp.ts';
import { readConfig } from '../../runtime/config/read-config.ts';
import { createLog } from '../../runtime/log.ts';
import { NewerVersionError } from '../../runtime/newer-version-error.ts';
import { createShutdown } from '../../runtime/shutdown.ts';
import { inState, makeFolders } from '../layout.ts';
import { readSecrets } from '../secrets.ts';
import { local } from '../settings.ts';
import { startIdentity } from './identity.ts';

const config = readConfig(process.env, { local, mcp, logging });
const log = createLog({ process: 'identity', ...config.logging });
makeFolders();
const secrets = readSecrets();
const shutdown = createShutdown({ log });
const identity = await startIdentity({
  port: config.local.identity,
  databaseFile: inState('identity.db'),
  workerSecret: secrets.worker,
  agentSecret: secrets.agent,
  assentResource: `${publicUrlOf(config.mcp)}/mcp`,
  onError: (error) => {
    log.error({ err: error }, 'a request failed');
  },
}).catch((error: unknown) => {
  if (!(error instanceof NewerVersionError)) throw error;
  console.error(error.message);
  process.exit(1);
});
shutdown.onClose('identity', () => identity.stop());
log.info({ issuer: identity.issuer }, 'listening');
