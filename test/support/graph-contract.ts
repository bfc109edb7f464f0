import { existsSync, realpathSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where Microsoft's schemas and samples are; they are read in place. */
const besideProject = path.resolve(import.meta.dirname, '../../../shared/graph-contract');
/** The real path, because modules are resolved from there where the folder is a link. */
export const contractFolder = existsSync(besideProject) ? realpathSync(besideProject) : besideProject;

interface Validate {
  (value: unknown): boolean;
  errors?: { instancePath: string; message?: string; params?: Record<string, unknown> }[] | null;
}

/** The part of contract.mjs that is used here. */
interface ContractModule {
  match(url: string): string | null;
  responseSchema(template: string, method: string): unknown;
  inline(schema: unknown): Validate;
  validator(name: string): Validate;
  errorValidator(): Validate;
}

/** One answer of the emulator. */
export interface ContractAnswer {
  readonly method: string;
  readonly url: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly body: string | undefined;
}

/** Why tests of the contract cannot run, or undefined where they can. */
export const contractAbsent = existsSync(path.join(contractFolder, 'contract.mjs'))
  ? undefined
  : `The Graph contract is not there: put it into ${contractFolder}.`;

let loaded: ContractModule | undefined;

/** Loads contract.mjs from its own folder, with this project's `ajv`. */
function contract(): ContractModule {
  if (loaded !== undefined) return loaded;
  const file = path.join(contractFolder, 'contract.mjs');
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      context.parentURL === pathToFileURL(file).href && specifier.startsWith('ajv')
        ? next(specifier, { ...context, parentURL: import.meta.url })
        : next(specifier, context),
  });
  loaded = createRequire(import.meta.url)(file) as ContractModule;
  hooks.deregister();
  return loaded;
}

const compiled = new Map<string, Validate | undefined>();

function validatorFor(template: string, method: string): Validate | undefined {
  const key = `${method} ${template}`;
  if (!compiled.has(key)) {
    const schema = contract().responseSchema(template, method);
    compiled.set(key, schema === undefined ? undefined : contract().inline(schema));
  }
  return compiled.get(key);
}

function problems(validate: Validate, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => {
    const what = params?.['additionalProperty'] ?? params?.['allowedValues'];
    return `${instancePath || '/'} ${message ?? ''} ${what === undefined ? '' : JSON.stringify(what)}`;
  });
}

interface BatchResponse {
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
}

function batchProblems(answer: ContractAnswer, value: unknown): string[] {
  const request = (typeof answer.requestBody === 'string' ? JSON.parse(answer.requestBody) : undefined) as
    { requests: { id: string; method: string; url: string }[] } | undefined;
  const { responses } = value as { responses: BatchResponse[] };
  return responses.flatMap(({ id, status, body }) => {
    const part = request?.requests.find((candidate) => candidate.id === id);
    if (part === undefined) return [`/ the answer '${id}' belongs to no request`];
    const url = `/v1.0${part.url.startsWith('/') ? '' : '/'}${part.url}`;
    return answerProblems({
      method: part.method,
      url,
      status,
      body: body === null ? undefined : JSON.stringify(body),
    });
  });
}

/** Second spellings of paths that the contract lists once: `/calendar/events`, `/users/{id}/chats`. */
function listedUrl(url: string): string {
  return url
    .replace(/\/calendar\/(events|calendarView)/i, '/$1')
    .replace(/\/(?:me|users\/[^/]+)\/chats\//i, '/chats/');
}

/**
 * Paths that the subset of the contract lacks: groups are held against its schema of a group, without the members that
 * `$expand` adds; of permissions of calendars and people that somebody works with it has none. Undefined for all others.
 */
function beyondContract(url: string, value: unknown): string[] | undefined {
  if (/\/calendar\/calendarPermissions/i.test(url) || /\/users\/[^/]+\/people(\?|$)/i.test(url)) return [];
  if (!/\/(groups|users\/[^/]+\/memberOf)(\?|$)/i.test(url)) return undefined;
  const { value: items } = value as { value: Record<string, unknown>[] };
  return items.flatMap(({ members: _members, ...item }) =>
    problems(contract().validator('microsoft.graph.group'), item),
  );
}

/** What is wrong with an answer by Microsoft's schemas, strictly (no unknown members); empty where nothing is. */
export function answerProblems(answer: ContractAnswer): string[] {
  if (contractAbsent !== undefined) return [];
  if (answer.body === undefined) return [];
  const value = JSON.parse(answer.body) as unknown;
  if (answer.status >= 400) return problems(contract().errorValidator(), value);
  if (/\/\$batch$/i.test(answer.url)) return batchProblems(answer, value);
  const beyond = beyondContract(answer.url, value);
  if (beyond !== undefined) return beyond;
  const template = contract().match(listedUrl(answer.url));
  if (template === null) return [`${answer.url} is not in the contract`];
  const validate = validatorFor(template, answer.method.toLowerCase());
  return validate === undefined ? [`no schema for ${answer.method} ${template}`] : problems(validate, value);
}

/** What is wrong with a body that Graph sends to subscribers. */
export function notificationProblems(value: unknown): string[] {
  return contractAbsent === undefined
    ? problems(contract().validator('changeNotificationCollection'), value)
    : [];
}
