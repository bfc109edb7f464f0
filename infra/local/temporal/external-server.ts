import { Connection } from '@temporalio/client';
import type { temporal } from '../../runtime/config/temporal.ts';
import type { ValuesOf } from '../../runtime/config/section.ts';
import { temporalConnection } from '../../runtime/temporal-connection.ts';
import { LocalStackError } from '../local-stack-error.ts';
import { neededAttributes } from './search-attribute-types.ts';

type TemporalConfig = ValuesOf<(typeof temporal)['variables']>;

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @throws LocalStackError naming TEMPORAL_ADDRESS when nobody answers there. */
async function connect(config: TemporalConfig): Promise<Connection> {
  try {
    return await Connection.connect({
      ...temporalConnection(config),
      connectTimeout: '5 s',
    });
  } catch (error) {
    throw new LocalStackError(
      `No Temporal server answers at TEMPORAL_ADDRESS (${config.address}): ${reason(error)}. Unset it to use a local one.`,
    );
  }
}

/**
 * Registers the search attributes that are missing; what is there stays.
 * @throws LocalStackError with the commands to run by hand where the server does not allow it (Temporal Cloud).
 */
async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = neededAttributes.filter(({ name }) => customAttributes[name] === undefined);
    if (missing.length === 0) return;
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(({ name, code }) => [name, code])),
    });
  } catch (error) {
    const commands = neededAttributes.map(
      ({ name, word }) =>
        `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${word}`,
    );
    throw new LocalStackError(
      `The search attributes of namespace ${namespace} could not be registered (${reason(error)}); do it by hand:\n${commands.join('\n')}`,
    );
  }
}

/** The version that a server at TEMPORAL_ADDRESS reports, once it has what Assent needs. */
export async function prepareExternalServer(config: TemporalConfig): Promise<string> {
  const connection = await connect(config);
  try {
    await registerSearchAttributes(connection, config.namespace);
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    return serverVersion;
  } finally {
    await connection.close();
  }
}
