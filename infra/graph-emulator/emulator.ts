import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { adminRoutes } from './http/admin.ts';
import { Database } from './storage/database.ts';
import { Directory } from './directory/directory.ts';
import { EventStore } from './events/event-store.ts';
import type { GraphAnswer } from './protocol/graph-call.ts';
import { faultError, Faults, type FaultRule } from './http/faults.ts';
import { badRequest, GraphError } from './graph-error.ts';
import { errorAnswer, GraphService } from './http/graph-service.ts';
import { MailStore } from './mail/mail-store.ts';
import { PlannerStore } from './planner/planner-store.ts';
import { defaultDelivery, Notifier, type DeliveryTimes } from './subscriptions/notifications.ts';
import { RequestLog } from './page/request-log.ts';
import { seedCompany } from './seed.ts';
import { SubscriptionStore } from './subscriptions/subscription-store.ts';
import { TokenReader, type EmulatorIdentity } from './access/tokens.ts';
import type { EmulatorState } from './emulator-state.ts';

const bodyLimitBytes = 5 * 1024 * 1024;

/** How to start an emulator of Microsoft Graph v1.0. */
export interface GraphEmulatorOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** A SQLite file, or `:memory:`. A file that is filled already is used as it is. */
  readonly dbFile: string;
  /** The company with two weeks of events (the default), its people, rooms and plan alone, or nothing. */
  readonly seed?: 'company' | 'people' | 'empty';
  readonly now?: () => Date;
  /** PEM texts; then it speaks HTTPS. */
  readonly https?: { readonly key: string; readonly cert: string };
  readonly identity: EmulatorIdentity;
  /** Object ids of people for whom `POST …/teamwork/installedApps` is 403. */
  readonly refusedInstalls?: readonly string[];
  /** Sees every answer below `/v1.0` before it is sent: for tests that hold answers against the contract. */
  readonly observe?: (exchange: ObservedExchange) => void;
  /** Change notifications: how long to wait for subscribers and between tries. */
  readonly delivery?: Partial<DeliveryTimes>;
}

/** One request and its answer; `url` with path and query, `body` as it was parsed and as it will be written. */
interface ObservedExchange {
  readonly method: string;
  readonly url: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly body: string | undefined;
}

/** A running emulator. */
export interface GraphEmulator {
  /** `http://127.0.0.1:PORT`; Graph is below `/v1.0`. */
  readonly url: string;
  readonly world: EmulatorState;
  readonly log: RequestLog;
  addFault(rule: FaultRule): void;
  clearFaults(): void;
  /** Empties everything and seeds again. */
  reset(): void;
  close(): Promise<void>;
}

function wait(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

function readJson(text: unknown, contentType: string | undefined): unknown {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  if (contentType !== undefined && /^text\/plain/i.test(contentType)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function flatHeaders(request: FastifyRequest): Record<string, string | undefined> {
  const flat: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers))
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

class EmulatorServer {
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly #world: EmulatorState;
  readonly #service: GraphService;
  readonly #tokens: TokenReader;
  readonly #observe: GraphEmulatorOptions['observe'];

  constructor(world: EmulatorState, tokens: TokenReader, observe: GraphEmulatorOptions['observe']) {
    this.#world = world;
    this.#observe = observe;
    this.#service = new GraphService(world);
    this.#tokens = tokens;
  }

  async #answer(
    request: FastifyRequest,
    headers: Record<string, string | undefined>,
    requestId: string,
  ): Promise<GraphAnswer> {
    const base = `${request.protocol}://${request.headers.host ?? 'localhost'}/v1.0`;
    try {
      const caller = await this.#tokens.read(headers['authorization']);
      const body = readJson(request.body, headers['content-type']);
      const url = request.url.replace(/^\/v1\.0/i, '');
      return await this.#service.answer({
        method: request.method,
        url,
        headers,
        body,
        caller,
        base,
        requestId,
      });
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return errorAnswer(error, requestId, headers['client-request-id'], this.#world.now());
    }
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const startedMs = performance.now();
    const requestId = randomUUID();
    const headers = flatHeaders(request);
    const clientRequestId = headers['client-request-id'];
    const note = (status: number): void => {
      this.log.add({
        at: this.#world.now().toISOString(),
        method: request.method,
        url: request.url,
        status,
        durationMs: Math.round((performance.now() - startedMs) * 100) / 100,
        requestId,
        clientRequestId,
      });
    };
    const cut = (): FastifyReply => {
      note(0);
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    };
    const fault = this.faults.take(request.method, request.url);
    if (fault?.latencyMs !== undefined) await wait(fault.latencyMs);
    if (fault?.cut === 'before') return cut();
    let answer: GraphAnswer;
    if (fault?.status === undefined) {
      answer = await this.#answer(request, headers, requestId);
      if (fault?.cut === 'after') return cut();
    } else {
      const { code, message } = faultError(fault.status);
      const retryAfter = fault.retryAfterSeconds;
      const extra: Record<string, string> =
        retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      answer = errorAnswer(
        new GraphError(fault.status, code, message, extra),
        requestId,
        clientRequestId,
        this.#world.now(),
      );
    }
    note(answer.status);
    this.#observe?.({
      method: request.method,
      url: request.url,
      requestBody: request.body,
      status: answer.status,
      body: bodyText(answer),
    });
    return send(reply, answer, requestId, clientRequestId);
  }
}

function bodyText(answer: GraphAnswer): string | undefined {
  return answer.json ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

function send(
  reply: FastifyReply,
  answer: GraphAnswer,
  requestId: string,
  clientRequestId: string | undefined,
): FastifyReply {
  void reply.code(answer.status).headers({
    'request-id': requestId,
    'client-request-id': clientRequestId ?? requestId,
    ...answer.headers,
  });
  const text = bodyText(answer);
  if (text === undefined) return reply.send();
  return reply.type('application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8').send(text);
}

function build(options: GraphEmulatorOptions, world: EmulatorState, server: EmulatorServer): FastifyInstance {
  const answerError = (error: unknown, reply: FastifyReply): FastifyReply => {
    const status = (error as { statusCode?: unknown }).statusCode;
    const requestId = randomUUID();
    const message = error instanceof Error ? error.message : String(error);
    const code = typeof status === 'number' && status < 500 ? status : 500;
    const known = new GraphError(code, code === 500 ? 'InternalServerError' : 'BadRequest', message);
    return send(reply, errorAnswer(known, requestId, undefined, world.now()), requestId, undefined);
  };
  const settings = {
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    frameworkErrors: (error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      void answerError(error, reply);
    },
  };
  const app = (
    options.https === undefined ? Fastify(settings) : Fastify({ ...settings, https: { ...options.https } })
  ) as FastifyInstance;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error, _request, reply) => answerError(error, reply));
  app.all('/v1.0', (request, reply) => server.handle(request, reply));
  app.all('/v1.0/*', (request, reply) => server.handle(request, reply));
  app.setNotFoundHandler((_request, reply) => {
    const requestId = randomUUID();
    const error = badRequest('Invalid version: this emulator of Microsoft Graph answers below /v1.0.');
    return send(reply, errorAnswer(error, requestId, undefined, world.now()), requestId, undefined);
  });
  return app;
}

/**
 * Starts an emulator of Microsoft Graph v1.0 on `host` (127.0.0.1). Everything apart from `/v1.0` is the emulator's
 * own: see `admin.ts`.
 */
export async function startGraphEmulator(options: GraphEmulatorOptions): Promise<GraphEmulator> {
  const now = options.now ?? (() => new Date());
  const database = new Database(options.dbFile);
  const events = new EventStore(database);
  const subscriptions = new SubscriptionStore(database);
  const notifier = new Notifier(subscriptions, events, now, { ...defaultDelivery, ...options.delivery });
  const world: EmulatorState = {
    database,
    directory: new Directory(database),
    events,
    subscriptions,
    notifier,
    mails: new MailStore(database),
    planner: new PlannerStore(database),
    now,
    refusedInstalls: new Set(options.refusedInstalls ?? []),
  };
  const seed = (): void => {
    if (options.seed !== 'empty' && world.directory.users().length === 0)
      seedCompany(world, options.seed !== 'people');
  };
  seed();
  database.flush();
  const server = new EmulatorServer(world, new TokenReader(options.identity, now), options.observe);
  const reset = (): void => {
    database.clear();
    world.directory.load();
    database.flush();
    events.forgetVersions();
    subscriptions.forget();
    seed();
  };
  const app = build(options, world, server);
  adminRoutes(app, { world, faults: server.faults, log: server.log, reset });
  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  return {
    url,
    world,
    log: server.log,
    addFault: (rule) => {
      server.faults.add(rule);
    },
    clearFaults: () => {
      server.faults.clear();
    },
    reset,
    close: async () => {
      await notifier.close();
      await app.close();
      database.close();
    },
  };
}
