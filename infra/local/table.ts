import type { Service } from './supervision/service.ts';

/** What `npm start` prints when everything is ready. */
export function readyText(services: readonly Service[], seconds: number): string {
  const rows = services.flatMap((service) => service.rows);
  const width = Math.max(...rows.map(({ label }) => label.length));
  const firstStep = services.findLast((service) => service.firstStep !== undefined)?.firstStep;
  return [
    '',
    `Assent is ready (${seconds.toFixed(1)} s). Ctrl-C stops it.`,
    '',
    ...rows.map(({ label, url }) => `  ${label.padEnd(width)}  ${url}`),
    ...(firstStep === undefined ? [] : ['', firstStep]),
    '',
  ].join('\n');
}

/** The same for scripts: one line of JSON. */
export function readyJson(services: readonly Service[], seconds: number): string {
  const urls = services.flatMap(({ rows }) => rows.map(({ label, url }) => [label, url]));
  return JSON.stringify({
    ready: true,
    seconds: Number(seconds.toFixed(2)),
    services: Object.fromEntries(urls) as Record<string, string>,
  });
}
