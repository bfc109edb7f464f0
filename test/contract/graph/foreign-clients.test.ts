import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import path from 'node:path';
import { Client as GraphClient } from '@microsoft/microsoft-graph-client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople, type CompanyPerson } from '../../../infra/graph-emulator/company.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { at, listed } from '../../support/graph-json.ts';

const [alice, bob] = companyPeople as [CompanyPerson, CompanyPerson];
const service = 'graph.microsoft.com';

/** Says graph.microsoft.com, and is believed by one child process only. */
const certificate = makeCertificate(service);

/** An HTTPS proxy that leads graph.microsoft.com to the emulator and refuses everything else. */
async function startProxy(target: URL): Promise<Server> {
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    if (request.url !== `${service}:443`) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(Number(target.port), target.hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

const times = {
  start: { dateTime: '2026-03-02T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-03-02T10:00:00', timeZone: 'UTC' },
};

describe.skipIf(certificate === undefined)(
  '@softeria/ms-365-mcp-server over HTTPS (needs openssl on the PATH)',
  () => {
    let graph: TestGraphEmulator;
    let proxy: Server;
    let client: Client;

    beforeAll(async () => {
      if (certificate === undefined) return;
      graph = await startTestGraphEmulator({
        people: [alice.id],
        https: { key: readFileSync(certificate.key, 'utf8'), cert: readFileSync(certificate.cert, 'utf8') },
      });
      proxy = await startProxy(new URL(graph.url));
      client = new Client({ name: 'assent-test', version: '1' });
      await client.connect(
        new StdioClientTransport({
          command: process.execPath,
          args: [
            path.resolve(
              import.meta.dirname,
              '../../../node_modules/@softeria/ms-365-mcp-server/dist/index.js',
            ),
            '--org-mode',
          ],
          env: {
            PATH: process.env['PATH'] ?? '',
            HOME: certificate.folder,
            MS365_MCP_LOG_DIR: certificate.folder,
            MS365_MCP_OAUTH_TOKEN: graph.tokenOf(alice.id),
            NODE_EXTRA_CA_CERTS: certificate.cert,
            NODE_USE_ENV_PROXY: '1',
            HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
          },
          stderr: 'ignore',
        }),
      );
    });

    afterAll(async () => {
      await client.close();
      proxy.closeAllConnections();
      proxy.close();
      await graph.close();
      if (certificate !== undefined) rmSync(certificate.folder, { recursive: true, force: true });
    });

    async function tool(name: string, parameters: Record<string, unknown>): Promise<unknown> {
      const result = await client.callTool({ name, arguments: parameters });
      const text = at(result, 'content', 0, 'text');
      expect(at(result, 'isError'), String(text)).not.toBe(true);
      return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
    }

    it('reads the signed-in person, books a meeting and finds it in the calendar', async () => {
      expect(at(await tool('get-current-user', {}), 'mail')).toBe(alice.mail);
      const attendees = [{ type: 'required', emailAddress: { address: bob.mail, name: 'Bob' } }];
      await tool('create-calendar-event', { body: { subject: 'By another client', ...times, attendees } });
      const view = await tool('get-calendar-view', {
        startDateTime: '2026-03-02T00:00:00Z',
        endDateTime: '2026-03-03T00:00:00Z',
        timezone: 'Europe/Berlin',
      });
      expect(listed(view).map((event) => [at(event, 'subject'), at(event, 'start', 'dateTime')])).toEqual([
        ['By another client', '2026-03-02T10:00:00.0000000'],
      ]);
    });

    it('asks for free/busy and meeting times', async () => {
      const window = { StartTime: times.start, EndTime: times.end };
      const schedule = await tool('get-schedule', { body: { Schedules: [bob.mail], ...window } });
      expect(at(listed(schedule)[0], 'availabilityView')).toBe('11');
      const suggestions = await tool('find-meeting-times', {
        body: { meetingDuration: 'PT30M', maxCandidates: 2 },
      });
      expect(at(suggestions, 'meetingTimeSuggestions')).toHaveLength(2);
    });
  },
);

describe('@microsoft/microsoft-graph-client', () => {
  let graph: TestGraphEmulator;

  beforeAll(async () => {
    graph = await startTestGraphEmulator();
  });

  afterAll(async () => {
    await graph.close();
  });

  it('works with a base URL and a token, and retries what is throttled', async () => {
    const client = GraphClient.init({
      baseUrl: graph.url,
      defaultVersion: 'v1.0',
      customHosts: new Set(['127.0.0.1']),
      // Over http:// this client drops the token that its authProvider gives; a header of the request is kept.
      authProvider: (done) => {
        done(null, graph.token);
      },
      fetchOptions: { headers: { authorization: `Bearer ${graph.token}` } },
    });
    graph.addFault({ path: '/users', status: 429, retryAfterSeconds: 0 });
    const users: unknown = await client.api('/users').select('displayName').top(3).get();
    expect(listed(users)).toHaveLength(3);
    const created: unknown = await client
      .api(`/users/${alice.id}/events`)
      .post({ subject: 'Typed', ...times });
    expect(at(created, 'subject')).toBe('Typed');
    await expect(client.api('/users/nobody').get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'Request_ResourceNotFound',
    });
  });
});
