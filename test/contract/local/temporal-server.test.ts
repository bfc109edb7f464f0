import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binaryAt, binaryOnPath } from '../../../infra/local/temporal/binary.ts';
import { prepareExternalServer } from '../../../infra/local/temporal/external-server.ts';
import { neededAttributes } from '../../../infra/local/temporal/search-attribute-types.ts';
import { readConfig } from '../../../infra/runtime/config/read-config.ts';
import { temporal } from '../../../infra/runtime/config/temporal.ts';
import type { TestTemporalServer } from '../../support/temporal-server.ts';
import { startTestTemporal } from '../../support/temporal-server.ts';

describe('a Temporal server at TEMPORAL_ADDRESS', () => {
  let server: TestTemporalServer;
  beforeAll(async () => {
    server = await startTestTemporal({ searchAttributes: [] });
  });
  afterAll(() => server.close());

  const configFor = (address: string) => readConfig({ TEMPORAL_ADDRESS: address }, { temporal }).temporal;

  it('gets the search attributes of meetings once, no matter how often it is asked', async () => {
    const config = configFor(server.address);
    expect(await prepareExternalServer(config)).toMatch(/^\d+\.\d+/);
    await prepareExternalServer(config);
    const connection = await Connection.connect({ address: server.address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'default',
    });
    await connection.close();
    for (const { name, code } of neededAttributes) expect(customAttributes[name]).toBe(code);
  });

  it('without the namespace is refused with the command to run by hand', async () => {
    const config = { ...configFor(server.address), namespace: 'nowhere' };
    await expect(prepareExternalServer(config)).rejects.toThrow(
      /namespace nowhere .+\ntemporal operator search-attribute create --namespace nowhere --name AssentOrganizer --type Keyword/,
    );
  });

  it('that does not answer is named', async () => {
    await expect(prepareExternalServer(configFor('127.0.0.1:1'))).rejects.toThrow(
      'No Temporal server answers at TEMPORAL_ADDRESS (127.0.0.1:1)',
    );
  });
});

describe('a Temporal server on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assent-binary-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const program = (name: string, script: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it('reports its version and where it was found', async () => {
    program('temporal', 'echo "temporal version 9.9.9 (Server 8.8.8, UI 7.7.7)"');
    expect(await binaryOnPath(['', '/nowhere', folder].join(delimiter))).toEqual({
      path: join(folder, 'temporal'),
      version: '9.9.9 (Server 8.8.8, UI 7.7.7)',
      source: 'found on the PATH',
    });
  });

  it('does not count when it does not run', async () => {
    expect(await binaryAt(program('broken', 'exit 3'), '')).toBeUndefined();
    expect(await binaryAt(join(folder, 'absent'), '')).toBeUndefined();
  });
});
