import { randomUUID } from 'node:crypto';
import { describeMeeting } from '../../bot/words/describe-meeting.ts';
import { createLog } from '../../infra/runtime/log.ts';
import { createAgentServer } from '../../mcp/agent-server.ts';
import type { AgentServer, HttpInput } from '../../mcp/agent-server.ts';
import { agentOrganizers } from '../../mcp/auth/caller.ts';
import { createTokenVerifier } from '../../mcp/auth/token-verifier.ts';
import { catalogueOperations } from '../../mcp/calls/catalogue-operations.ts';
import { noteOperations } from '../../mcp/toolsets/note-operations.ts';
import { plannerOperations } from '../../mcp/toolsets/planner-operations.ts';
import { createOperations } from '../../workers/client/operations/operations.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { freePort } from '../../infra/local/ports.ts';
import type { MeetingWorld } from './meeting-world.ts';
import { asPerson, openMeetingWorld, someone } from './meeting-world.ts';
import { createTokenIssuer, everyScope } from './token-issuer.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface RunningAgentServer {
  readonly url: string;
  readonly server: AgentServer;
  close(): Promise<void>;
}

export interface AgentWorld {
  readonly world: MeetingWorld;
  readonly issuer: TokenIssuer;
  readonly url: string;
  /** A token of this person's, with every scope unless told otherwise. */
  tokenOf(person: Person, scopes?: string, clientId?: string): Promise<string>;
  /** A person approves everything on the table, as if on their card in Teams. */
  approve(person: Person, meetingId: string): Promise<void>;
  /** Calls an HTTP intent. */
  intent(
    name: string,
    token: string,
    body: object,
  ): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  /** Another server process's worth of the same, on a port of its own unless given. */
  serve(http?: Partial<HttpInput>): Promise<RunningAgentServer>;
  /** Log lines written so far, as objects. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

/** A meeting world with the server for agents in front of it, and an issuer of tokens for its people. */
export async function openAgentWorld(
  input: {
    readonly world?: Parameters<typeof openMeetingWorld>[0];
    readonly waitMs?: number;
    readonly callsPerMinute?: number;
    readonly http?: Partial<HttpInput>;
  } = {},
): Promise<AgentWorld> {
  const world = await openMeetingWorld(input.world);
  const { meetings, ports } = world;
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const issuer = await createTokenIssuer(`${publicUrl}/mcp`);
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    process: 'mcp',
    level: 'info',
    destination: {
      write: (line: string) => {
        lines.push(JSON.parse(line) as Record<string, unknown>);
      },
    },
  });
  const { directory, store, projections, clock, calendar, tasks } = ports;
  const operations = createOperations({
    meetings,
    calendar,
    directory,
    clock,
    describe: describeMeeting,
  });
  const running: RunningAgentServer[] = [];

  async function serve(http: Partial<HttpInput> = {}): Promise<RunningAgentServer> {
    const server = createAgentServer({
      catalogue: catalogueOperations((key, caller, fields) => operations.execute(key, caller, fields)),
      extra: [
        ...(tasks === undefined ? [] : plannerOperations({ tasks, directory, store })),
        ...noteOperations({ store, meetings, clock }),
      ],
      toolsets: ['tasks', 'notes'],
      meetings,
      describe: describeMeeting,
      projections,
      directory,
      store,
      log,
      waitMs: input.waitMs ?? 500,
      callsPerMinute: input.callsPerMinute ?? 100_000,
    });
    const listening = await server.listen({
      host: '127.0.0.1',
      port: 0,
      publicUrl,
      hostnames: ['localhost'],
      issuer: issuer.issuer,
      facade: undefined,
      verify: createTokenVerifier({
        keys: issuer.keys,
        issuer: issuer.issuer,
        audiences: [issuer.audience],
        tenantId: issuer.tenantId,
      }),
      allowed: agentOrganizers([`robot=${someone('ana').id}`]),
      streams: { perKey: 2000, total: 4000 },
      ...input.http,
      ...http,
    });
    const one = { url: listening.url, server, close: () => listening.close() };
    running.push(one);
    return one;
  }

  const first = await serve({ port });
  return {
    world,
    issuer,
    url: first.url,
    lines,
    serve,
    tokenOf: (person, scopes = everyScope, clientId = 'client-one') =>
      issuer.sign({ oid: person.id, scp: scopes, azp: clientId }),
    approve: async (person, meetingId) => {
      const { proposal } = await world.until(meetingId, (view) => view.proposal !== undefined);
      const answered = await meetings.respond(asPerson(person), {
        meetingId,
        idempotencyKey: randomUUID(),
        round: proposal?.round ?? 1,
        answers: Object.fromEntries((proposal?.slots ?? []).map((slot) => [slotKey(slot), 'yes' as const])),
      });
      if (!answered.ok) throw new Error(answered.problem.message);
    },
    intent: async (name, token, body) => {
      const response = await fetch(`${first.url}/intents/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    close: async () => {
      await Promise.all(running.map((one) => one.close()));
      await world.close();
    },
  };
}
