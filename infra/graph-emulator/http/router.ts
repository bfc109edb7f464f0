import { holdsAny, type Caller } from '../access/caller.ts';
import type { GraphAnswer, GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { NeededPermissions } from '../access/permission-names.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** Real resources of Graph that this emulator leaves out: 501 with a sentence, rather than "no such segment". */
const elsewhere =
  /^\/(?:(?:users\/[^/]+|groups\/[^/]+)\/(?:messages|mailfolders|contacts|contactfolders|drive|drives|photo|manager|memberof|directreports|onenote|todo|outlook|calendars|calendargroups|presence|people|insights|authentication|licensedetails|joinedteams|chats|onlinemeetings|sites)\b|(?:applications|serviceprincipals|sites|drives|search|communications|identity|security|reports|directory|organization|devices|domains|chats|teams|appcatalogs|groups|planner)\b)/i;

interface CompiledRoute {
  readonly route: GraphRoute;
  readonly segments: readonly string[];
}

function parametersOf(
  compiled: CompiledRoute,
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [position, expected] of compiled.segments.entries()) {
    const actual = segments[position] ?? '';
    if (expected.startsWith('{')) {
      if (actual === '') return undefined;
      parameters[expected.slice(1, -1)] = actual;
    } else if (expected !== actual.toLowerCase()) {
      return undefined;
    }
  }
  return parameters;
}

function denied(needs: NeededPermissions): GraphError {
  switch (needs.service) {
    case 'directory':
      return new GraphError(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
    case 'outlook':
      return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'planner':
      return new GraphError(
        403,
        'Forbidden',
        'You do not have the required permissions to access this item.',
      );
    case 'teams':
      return new GraphError(
        403,
        'Forbidden',
        'Missing role permissions or scope permissions on the request.',
      );
  }
}

function authorise(world: EmulatorState, call: GraphCall, needs: NeededPermissions): void {
  const { caller } = call;
  const names = needs[caller.kind];
  if (names.length === 0 || !holdsAny(caller, names)) throw denied(needs);
  const user = call.params['user'];
  if (caller.kind === 'application' || needs.ownOnly !== true || user === undefined) return;
  const own = user.toLowerCase() === caller.userId || world.directory.find(user)?.id === caller.userId;
  const shared = names.filter((name) => name.endsWith('.Shared'));
  if (!own && (shared.length === 0 || !holdsAny(caller, shared))) throw denied(needs);
}

/** Some clients write functions as `delta()` and actions as `microsoft.graph.accept`: the docs' short form counts. */
function plainSegment(segment: string): string {
  return segment.replace(/\(\)$/, '').replace(/^microsoft\.graph\.(?!room(list)?$)/i, '');
}

/** `/me/…` as `/users/{id}/…`. @throws GraphError 400 for an application, which is nobody's `me`. */
function withoutMe(segments: readonly string[], caller: Caller): readonly string[] {
  if (segments[0]?.toLowerCase() !== 'me') return segments;
  if (caller.kind === 'application')
    throw badRequest('/me request is only valid with delegated authentication flow.');
  return ['users', caller.userId, ...segments.slice(1)];
}

/** Finds the operation for a path, checks what the caller may do, and runs it. */
export class GraphRouter {
  readonly #routes = new Map<number, CompiledRoute[]>();
  readonly #world: EmulatorState;

  constructor(world: EmulatorState, routes: readonly GraphRoute[]) {
    this.#world = world;
    for (const route of routes) {
      const segments = route.path
        .slice(1)
        .split('/')
        .map((segment) => (segment.startsWith('{') ? segment : segment.toLowerCase()));
      const sameLength = this.#routes.get(segments.length) ?? [];
      sameLength.push({ route, segments });
      this.#routes.set(segments.length, sameLength);
    }
  }

  /** @throws GraphError for everything that is not answered with success. */
  async handle(request: Omit<GraphCall, 'params'>): Promise<GraphAnswer> {
    const given = request.path.split('/').slice(1).map(plainSegment);
    if (given.length > 1 && given.at(-1) === '') given.pop();
    const segments = withoutMe(given, request.caller);
    const methods: string[] = [];
    for (const compiled of this.#routes.get(segments.length) ?? []) {
      const params = parametersOf(compiled, segments);
      if (params === undefined) continue;
      if (compiled.route.method !== request.method) {
        methods.push(compiled.route.method);
        continue;
      }
      const call: GraphCall = { ...request, path: `/${segments.join('/')}`, params };
      const { needs } = compiled.route;
      authorise(this.#world, call, typeof needs === 'function' ? needs(call) : needs);
      return compiled.route.handle(this.#world, call);
    }
    throw this.#notFound(`/${segments.join('/')}`, methods);
  }

  #notFound(path: string, methods: readonly string[]): GraphError {
    if (methods.length > 0) {
      const allowed = [...new Set(methods)].join(', ');
      return new GraphError(
        405,
        'Request_BadRequest',
        `Specified HTTP method is not allowed for the request target; it takes ${allowed}.`,
        { Allow: allowed },
      );
    }
    if (elsewhere.test(path)) {
      return new GraphError(
        501,
        'NotImplemented',
        `This emulator of Microsoft Graph does not implement '${path.slice(0, 200)}'. What it implements is listed in infra/graph-emulator/README.md.`,
      );
    }
    return badRequest(
      `Resource not found for the segment '${(path.split('/').at(-1) ?? '').slice(0, 100)}'.`,
    );
  }
}
