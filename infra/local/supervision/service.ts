/** A file of this project, or of a package, on the pinned Node. */
interface ScriptProgram {
  readonly kind: 'script';
  /** From the root of the project. */
  readonly entry: string;
  readonly args?: readonly string[];
}

/** A program that is not ours; a guard process stops it when the parent is gone. */
interface BinaryProgram {
  readonly kind: 'binary';
  readonly path: string;
  readonly args: readonly string[];
}

/** How a service says that it is ready. */
export type Readiness =
  /** The address answers with 2xx. */
  | { readonly kind: 'url'; readonly url: string }
  /** It calls `process.send?.('ready')`. */
  | { readonly kind: 'message' }
  | { readonly kind: 'check'; readonly check: () => Promise<boolean> };

/** A line of the table that `npm start` prints. */
interface TableRow {
  readonly label: string;
  readonly url: string;
}

/** One process of the local stack. */
export interface Service {
  /** Also the name of its log, `.assent/logs/NAME.log`. */
  readonly name: string;
  readonly program: ScriptProgram | BinaryProgram;
  /** Beside the variables that all share. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Which variable moves which port, for the message when the port is taken. */
  readonly ports: readonly { readonly variable: string; readonly port: number }[];
  /** Names of services that must be ready before it starts; names that are not in the stack do not count. */
  readonly needs?: readonly string[];
  readonly ready: Readiness;
  readonly rows: readonly TableRow[];
  /** What to do first, once everything is ready; the last service that says something is heard. */
  readonly firstStep?: string;
}
