const maxLength = 80;

/**
 * A meeting's title for the page of its workflow in Temporal's web UI, which shows it as Markdown: what would be read as
 * markup there is escaped, and it is shortened, because the server refuses a summary of more than 400 bytes
 * (`limit.userMetadataSummarySize`).
 */
export function meetingSummary(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  const short = line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line;
  return short.replace(/[\\`*_{}[\]()<>#+!|~-]/g, '\\$&');
}

/**
 * The title for lists of workflows, which know neither summary nor details. Unlike a search attribute, a memo goes through
 * the payload codec.
 */
export function meetingMemo(title: string): { readonly title: string } {
  return { title };
}
