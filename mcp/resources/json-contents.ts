import type { ReadResourceResult } from '@modelcontextprotocol/server';

/** One JSON document as the contents of a resource; private to the caller and always fresh. */
export function jsonContents(uri: string, value: unknown): ReadResourceResult {
  return { contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(value) }] };
}
