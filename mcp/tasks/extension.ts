/** The Tasks extension of MCP 2026-07-28: results that are ready later. */
export const tasksExtension = 'io.modelcontextprotocol/tasks';

/** As long as the read model of a meeting is kept after its last version. */
export const taskTtlMs = 90 * 24 * 60 * 60 * 1000;

export const pollIntervalMs = 1000;

function has(container: unknown, key: string): boolean {
  return typeof container === 'object' && container !== null && key in container;
}

/** Whether a client's declared capabilities name the extension. */
export function declaresTasks(capabilities: unknown): boolean {
  return (
    typeof capabilities === 'object' &&
    capabilities !== null &&
    'extensions' in capabilities &&
    has(capabilities.extensions, tasksExtension)
  );
}

/** Whether a client's declared capabilities say that it can ask its person something in a form. */
export function declaresElicitation(capabilities: unknown): boolean {
  return has(capabilities, 'elicitation');
}
