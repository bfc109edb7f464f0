import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { freePort } from '../../infra/local/ports.ts';
import { serveKeys, spawnAgentServer } from '../support/agent-process.ts';
import { tied } from '../support/tied-process.ts';
import type { AgentWorld } from '../support/agent-world.ts';
import { openAgentWorld } from '../support/agent-world.ts';
import { exchange } from '../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../support/meeting-world.ts';
import type { BenchResult, BenchRow } from './result.ts';
import { atLeast, below } from './result.ts';
import { residentMb, usedCpuMs } from '../support/process-figures.ts';
import { inTurns, together } from '../support/rates.ts';
import { wrk } from './mcp-bench/wrk.ts';
import type { WrkRequest, WrkResult } from './mcp-bench/wrk.ts';

export const description =
  'the server for agents: tool calls beside an echo server, free/busy intents, approvals to subscribers';

const ana = someone('ana');
const bob = someone('bob');
const revision = '2026-07-28';
const subscribers = 1_000;
const approvals = 40;

interface Served {
  readonly agents: AgentWorld;
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

function toolRequest(name: string, given: object, token?: string) {
  return {
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': revision,
      'mcp-method': 'tools/call',
      'mcp-name': name,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name,
        arguments: given,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': revision,
          'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1.0.0' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    }),
  };
}

function proposal(days: number) {
  return {
    title: 'Bench',
    durationMinutes: 15,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [dayFromNow(days, 6, 14)],
    organizerConfirms: true,
    idempotencyKey: freshKey(),
  };
}

async function propose({ url, token }: Served, days: number): Promise<string> {
  const { message } = await exchange(
    url,
    token,
    'tools/call',
    { name: 'propose_meeting', arguments: proposal(days) },
    { capabilities: { extensions: { 'io.modelcontextprotocol/tasks': {} } } },
  );
  const taskId = message.result?.['taskId'];
  if (typeof taskId !== 'string') throw new Error(JSON.stringify(message));
  return taskId;
}

function wrongAnswers(name: string, runs: readonly WrkResult[]): BenchRow[] {
  const value = runs.reduce((sum, { failures }) => sum + failures, 0);
  return value === 0 ? [] : [{ name: `${name}: wrong answers`, value, unit: '' }];
}

async function tools(served: Served): Promise<BenchRow[]> {
  const { agents, url, token } = served;
  const meetingId = await propose(served, 3);
  await agents.world.until(meetingId, (view) => view.proposal !== undefined);
  const echo: ChildProcess = tied(fork(new URL('./mcp-bench/echo-server.ts', import.meta.url)));
  try {
    const [port] = (await once(echo, 'message')) as [number];
    const echoUrl = `http://127.0.0.1:${port}/mcp`;
    const echoRequest = toolRequest('echo', { text: 'x'.repeat(200) });
    const getRequest = toolRequest('get_meeting', { meetingId }, token);
    await wrk(echoUrl, echoRequest, 2);
    await wrk(`${url}/mcp`, getRequest, 2);
    const turns = await inTurns(
      () => wrk(echoUrl, echoRequest),
      () => wrk(`${url}/mcp`, getRequest),
    );
    const reference = together(turns.one);
    const get = together(turns.other);
    return [
      { name: 'the SDK’s own server, echo', value: reference.perSecond, unit: '/s' },
      { name: 'get_meeting', value: get.perSecond, unit: '/s' },
      atLeast('get_meeting against echo', get.perSecond / reference.perSecond, '', 0.8),
      { name: 'get_meeting: p95', value: get.p95Ms, unit: 'ms' },
      ...wrongAnswers('get_meeting', turns.other),
    ];
  } finally {
    echo.kill();
  }
}

interface Loaded extends WrkResult {
  /** What the server used for it. */
  readonly cpuMs: number;
}

function cpuRow(name: string, runs: readonly Loaded[]): BenchRow {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const usedMs = sum(runs.map(({ cpuMs }) => cpuMs));
  const value = (usedMs * 1000) / sum(runs.map(({ requests }) => requests));
  return { name: `${name}: CPU of the server a request`, value, unit: 'µs' };
}

async function wrkOn(serverPid: number | undefined, url: string, request: WrkRequest): Promise<Loaded> {
  const beforeMs = await usedCpuMs(serverPid);
  const result = await wrk(url, request);
  return { ...result, cpuMs: (await usedCpuMs(serverPid)) - beforeMs };
}

async function freeBusy({ url, token, pid }: Served): Promise<BenchRow[]> {
  const request = {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ people: [bob.mail], ...dayFromNow(3, 6, 12), timeZone: 'Europe/Berlin' }),
  };
  const bare = tied(fork(new URL('./mcp-bench/bare-free-busy.ts', import.meta.url)));
  try {
    const [port] = (await once(bare, 'message')) as [number];
    const bareUrl = `http://127.0.0.1:${port}/intents/calendar.freebusy`;
    await wrk(bareUrl, request, 3);
    await wrk(`${url}/intents/calendar.freebusy`, request, 3);
    const turns = await inTurns(
      () => wrkOn(bare.pid, bareUrl, request),
      () => wrkOn(pid, `${url}/intents/calendar.freebusy`, request),
    );
    const reference = together(turns.one);
    const result = together(turns.other);
    return [
      { name: 'bare Fastify handler: zod, calendars in memory', value: reference.perSecond, unit: '/s' },
      cpuRow('bare Fastify handler', turns.one),
      atLeast('calendar.freebusy intents', result.perSecond, '/s', 25_000),
      cpuRow('calendar.freebusy', turns.other),
      {
        name: 'calendar.freebusy against the bare handler',
        value: result.perSecond / reference.perSecond,
        unit: '',
      },
      { name: 'calendar.freebusy: p95', value: result.p95Ms, unit: 'ms' },
      ...wrongAnswers('calendar.freebusy', turns.other),
    ];
  } finally {
    bare.kill();
  }
}

function subscribe(
  { url, token }: Served,
  meetingId: string,
  onVersion: (text: string) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/subscriptions/meeting:${meetingId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  socket.once('error', reject);
  let isFirst = true;
  socket.on('message', (data: Buffer) => {
    if (isFirst) resolve(socket);
    else onVersion(data.toString());
    isFirst = false;
  });
  return promise;
}

/** From the moment at which somebody approves to the moment at which a subscriber of another process hears of it. */
async function approvalToEvent(served: Served): Promise<BenchRow[]> {
  const { agents } = served;
  const times: number[] = [];
  for (let count = 0; count < approvals; count += 1) {
    const meetingId = await propose(served, 10 + count * 2);
    await agents.world.until(meetingId, (view) => view.proposal !== undefined);
    await pause(200);
    const { promise, resolve } = Promise.withResolvers<number>();
    const socket = await subscribe(served, meetingId, (text) => {
      if (text.includes('"approved"')) resolve(performance.now());
    });
    const startedMs = performance.now();
    await agents.approve(bob, meetingId);
    times.push((await promise) - startedMs);
    socket.terminate();
  }
  times.sort((one, other) => one - other);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return [
    { name: 'approval to the subscriber’s event: p50', value: at(0.5), unit: 'ms' },
    below('approval to the subscriber’s event: p95', at(0.95), 'ms', 150),
  ];
}

async function manySubscribers(served: Served): Promise<BenchRow[]> {
  const { agents, pid } = served;
  const meetingId = await propose(served, 4);
  await agents.world.until(meetingId, (view) => view.proposal !== undefined);
  await pause(1000);
  const before = await residentMb(pid);
  const heard: number[] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const sockets: WebSocket[] = [];
  for (let opened = 0; opened < subscribers; opened += 100)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: 100 }, () =>
          subscribe(served, meetingId, (text) => {
            if (!text.includes('"approved"')) return;
            heard.push(performance.now());
            if (heard.length === subscribers) resolve(undefined);
          }),
        ),
      )),
    );
  const during = await residentMb(pid);
  const startedMs = performance.now();
  await agents.approve(bob, meetingId);
  await Promise.race([promise, pause(10_000)]);
  const rows: BenchRow[] = [
    { name: `${subscribers} subscribers: heard of an approval`, value: heard.length, unit: '' },
    {
      name: `${subscribers} subscribers: the last of them after`,
      value: (heard.at(-1) ?? Number.NaN) - startedMs,
      unit: 'ms',
    },
    { name: 'memory of the server', value: before, unit: 'MB' },
    { name: `memory with ${subscribers} subscribers`, value: during, unit: 'MB' },
  ];
  for (const socket of sockets) socket.terminate();
  return rows;
}

export async function run(): Promise<BenchResult> {
  const agents = await openAgentWorld();
  const keys = await serveKeys(agents);
  const port = await freePort();
  const server = await spawnAgentServer(agents, {
    port,
    keysUrl: keys.url,
    environment: { MCP_CALLS_PER_MINUTE: '999999999', MCP_STREAMS_PER_CALLER: '2000', LOG_LEVEL: 'warn' },
  });
  try {
    const served = {
      agents,
      url: `http://127.0.0.1:${port}`,
      token: await agents.tokenOf(ana),
      pid: server.pid,
    };
    const rows = [
      ...(await tools(served)),
      ...(await freeBusy(served)),
      ...(await approvalToEvent(served)),
      ...(await manySubscribers(served)),
    ];
    return {
      rows,
      notes: [
        '`wrk -t1 -c16` on the same machine for every server. Tokens are verified once and then remembered.',
        'The server is a process of its own; meetings run on a Temporal server and a worker beside it.',
      ],
    };
  } finally {
    await server.kill('SIGTERM');
    keys.close();
    await agents.close();
  }
}
