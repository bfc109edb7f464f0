interface Body {
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** The words of a body, without markup. */
export function textOf(body: Body): string {
  if (body.contentType === 'text') return body.content;
  return body.content
    .replace(/<(head|style|script)\b[^>]*>[^]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\r\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The body as Outlook gives it by default: HTML, whatever it was sent as. */
export function htmlOf(body: Body): string {
  if (body.contentType === 'html') return body.content;
  return `<html><head></head><body>${escapeHtml(body.content).replaceAll('\n', '<br>')}</body></html>`;
}
