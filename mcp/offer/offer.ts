import type {
  CallToolResult,
  CompleteResult,
  GetPromptResult,
  InputRequiredResult,
  Prompt,
  ReadResourceResult,
  Resource,
  ResourceTemplateType,
  ServerContext,
  Tool,
} from '@modelcontextprotocol/server';
import type { Identity } from '../auth/identity.ts';

/** One request as the parts of the server see it. */
export interface RequestScope {
  readonly identity: Identity;
  readonly correlationId: string;
  /** The client can ask its person for input. */
  readonly canElicit: boolean;
  /** The client speaks the Tasks extension. */
  readonly hasTasks: boolean;
  readonly mcp: ServerContext;
}

/** A task as `tools/call` announces it (extension `io.modelcontextprotocol/tasks`). */
export interface TaskStarted {
  readonly resultType: 'task';
  readonly taskId: string;
  readonly status: string;
  readonly [word: string]: unknown;
}

export type ToolResult = CallToolResult | InputRequiredResult | TaskStarted;

/** A tool as it is listed and called. A throw is a fault of the protocol; everything else is an answer. */
export interface ServedTool {
  readonly definition: Tool;
  readonly scope?: string;
  call(input: unknown, scope: RequestScope): Promise<ToolResult>;
}

export interface ServedResource {
  readonly definition: Resource;
  read(scope: RequestScope): Promise<ReadResourceResult>;
}

export interface ServedTemplate {
  readonly definition: ResourceTemplateType;
  /** `undefined` when the URI is not of this template. */
  read(uri: string, scope: RequestScope): Promise<ReadResourceResult> | undefined;
}

export interface ServedPrompt {
  readonly definition: Prompt;
  get(
    values: Readonly<Record<string, string>>,
    scope: RequestScope,
  ): Promise<GetPromptResult | InputRequiredResult>;
}

/** Proposes values for an argument of a prompt or a resource template. */
export type Completion = (
  reference: { readonly kind: 'prompt' | 'resource'; readonly name: string },
  argument: { readonly name: string; readonly value: string },
  scope: RequestScope,
) => Promise<CompleteResult['completion']['values'] | undefined>;

/** Everything that a server of ours offers; the conformance run adds its fixtures to one. */
export interface Offer {
  readonly tools: readonly ServedTool[];
  readonly resources: readonly ServedResource[];
  readonly templates: readonly ServedTemplate[];
  readonly prompts: readonly ServedPrompt[];
  readonly completion: Completion;
}
