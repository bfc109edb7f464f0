import {
  acceptedContent,
  createRequestStateCodec,
  inputRequired,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { InputRequest } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { RequestScope, ServedTool } from '../../mcp/offer/offer.ts';
import { declared } from './fixture-contents.ts';
import { text } from './fixture-media.ts';
import { fixture } from './fixture-tool.ts';

interface Step {
  readonly step: number;
  readonly name?: string;
}

const codec = createRequestStateCodec<Step>({ key: 'conformance-only-key-of-32-bytes-or-more' });
export const nameShape = z.object({ name: z.string() });
const okShape = z.object({ ok: z.boolean() });
const colorShape = z.object({ color: z.string() });

export function ask(message: string, requestedSchema: z.ZodObject): InputRequest {
  return inputRequired.elicit({ message, requestedSchema });
}

function sample(words: string, maxTokens: number): InputRequest {
  return inputRequired.createMessage({
    messages: [{ role: 'user', content: { type: 'text', text: words } }],
    maxTokens,
  });
}

async function stateOf({ mcp }: RequestScope): Promise<Step | undefined> {
  const raw = mcp.mcpReq.requestState<string>();
  if (raw === undefined) return undefined;
  try {
    return await codec.verify(raw, mcp);
  } catch {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Invalid or expired requestState');
  }
}

function answers(scope: RequestScope): Readonly<Record<string, unknown>> {
  return scope.mcp.mcpReq.inputResponses ?? {};
}

function askName(_: unknown, scope: RequestScope) {
  const answer = acceptedContent(scope.mcp.mcpReq.inputResponses, 'user_name', nameShape);
  return answer === undefined
    ? inputRequired({ inputRequests: { user_name: ask('What is your name?', nameShape) } })
    : text(`Hello, ${answer.name}!`);
}

async function askWithState(_: unknown, scope: RequestScope) {
  const state = await stateOf(scope);
  const answer = acceptedContent(scope.mcp.mcpReq.inputResponses, 'confirm', okShape);
  if (state !== undefined && answer !== undefined) return text('state-ok');
  return inputRequired({
    inputRequests: { confirm: ask('Please confirm', okShape) },
    requestState: await codec.mint({ step: 1 }),
  });
}

async function askTwice(_: unknown, scope: RequestScope) {
  const state = await stateOf(scope);
  const responses = scope.mcp.mcpReq.inputResponses;
  const name = acceptedContent(responses, 'step1', nameShape);
  const color = acceptedContent(responses, 'step2', colorShape);
  if (state?.step === 2 && color !== undefined) return text(`${state.name ?? ''} likes ${color.color}`);
  if (state?.step === 1 && name !== undefined)
    return inputRequired({
      inputRequests: { step2: ask('Step 2: What is your favorite color?', colorShape) },
      requestState: await codec.mint({ step: 2, name: name.name }),
    });
  return inputRequired({
    inputRequests: { step1: ask('Step 1: What is your name?', nameShape) },
    requestState: await codec.mint({ step: 1 }),
  });
}

async function askThree(_: unknown, scope: RequestScope) {
  const state = await stateOf(scope);
  const given = answers(scope);
  const isComplete = ['user_name', 'greeting', 'client_roots'].every((key) => given[key] !== undefined);
  if (state !== undefined && isComplete) return text('all inputs received');
  return inputRequired({
    inputRequests: {
      user_name: ask('What is your name?', nameShape),
      greeting: sample('Generate a greeting', 50),
      client_roots: inputRequired.listRoots(),
    },
    requestState: await codec.mint({ step: 1 }),
  });
}

function askWhatClientCan(_: unknown, scope: RequestScope) {
  const { sampling, elicitation } = declared(scope);
  const requests: Record<string, InputRequest> = {
    ...(sampling === undefined ? {} : { sampled: sample('hi', 10) }),
    ...(elicitation === undefined ? {} : { asked: ask('ok?', okShape) }),
  };
  const isDone = Object.keys(answers(scope)).length > 0 || Object.keys(requests).length === 0;
  return isDone ? text('done') : inputRequired({ inputRequests: requests });
}

function once(key: string, request: () => InputRequest) {
  return (_: unknown, scope: RequestScope) => {
    const answer = answers(scope)[key];
    return answer === undefined
      ? inputRequired({ inputRequests: { [key]: request() } })
      : text(JSON.stringify(answer));
  };
}

type Properties = Extract<
  Parameters<typeof inputRequired.elicit>[0]['requestedSchema'],
  { properties: unknown }
>['properties'];

const enumShapes: Properties = {
  untitledSingle: { type: 'string', enum: ['option1', 'option2', 'option3'] },
  titledSingle: {
    type: 'string',
    oneOf: [
      { const: 'value1', title: 'First Option' },
      { const: 'value2', title: 'Second Option' },
    ],
  },
  legacyEnum: { type: 'string', enum: ['opt1', 'opt2'], enumNames: ['Option One', 'Option Two'] },
  untitledMulti: { type: 'array', items: { type: 'string', enum: ['option1', 'option2'] } },
  titledMulti: {
    type: 'array',
    items: {
      anyOf: [
        { const: 'value1', title: 'First Choice' },
        { const: 'value2', title: 'Second Choice' },
      ],
    },
  },
};

const defaults: Properties = {
  name: { type: 'string', default: 'John Doe' },
  age: { type: 'integer', default: 30 },
  score: { type: 'number', default: 95.5 },
  status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
  verified: { type: 'boolean', default: true },
};

function form(message: string, properties: Properties): () => InputRequest {
  return () => inputRequired.elicit({ message, requestedSchema: { type: 'object', properties } });
}

/** Tools that ask back, in one round or several. */
export const questionFixtures: readonly ServedTool[] = [
  fixture('test_input_required_result_elicitation', askName),
  fixture('test_streaming_elicitation', askName),
  fixture(
    'test_input_required_result_sampling',
    once('capital_question', () => sample('What is the capital of France?', 100)),
  ),
  fixture(
    'test_input_required_result_list_roots',
    once('client_roots', () => inputRequired.listRoots()),
  ),
  fixture('test_input_required_result_request_state', askWithState),
  fixture('test_input_required_result_tampered_state', askWithState),
  fixture('test_input_required_result_multiple_inputs', askThree),
  fixture('test_input_required_result_multi_round', askTwice),
  fixture('test_input_required_result_capabilities', askWhatClientCan),
  fixture(
    'test_sampling',
    once('sampled', () => sample('Test prompt for sampling', 100)),
  ),
  fixture(
    'test_elicitation',
    once('asked', () => ask('Please provide your information', nameShape)),
  ),
  fixture('test_elicitation_sep1034_defaults', once('asked', form('Defaults', defaults))),
  fixture('test_elicitation_sep1330_enums', once('asked', form('Enums', enumShapes))),
];
