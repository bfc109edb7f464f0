import { createHash } from 'node:crypto';

import type { FastifyHelmetOptions } from '@fastify/helmet';

import type { Words } from '../words/words.ts';
import { html, SafeHtml } from './html.ts';

/** Follows the reader's light or dark theme; one column, so that it fits a phone. */
const style = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:36rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:1.5rem 0 .25rem}
fieldset{border:1px solid;border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem 1rem}
legend{font-weight:600;padding:0 .25rem}
label{display:block;margin:.5rem 0}
.choices label{display:inline-block;margin:0 1rem 0 0;padding:.6rem 0}
input[type=text],input[type=date],input[type=time],textarea{font:inherit;width:100%;box-sizing:border-box;padding:.4rem}
button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border-radius:.4rem;border:1px solid;cursor:pointer;margin:.25rem .5rem .25rem 0}
.notice{border-left:.3rem solid;padding:.25rem 1rem;margin:1rem 0;font-weight:600}
.subtle{opacity:.8}
ul{padding-left:1.2rem}`;

const styleElement = new SafeHtml(`<style>${style}</style>`);

/** Our pages load nothing, run nothing, and cannot be framed; their one style is known by its hash. */
export const pageSecurity: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: [`'sha256-${createHash('sha256').update(style).digest('base64')}'`],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  // Other names under the same domain are not ours to decide about.
  strictTransportSecurity: { includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
};

/** For every page, beside what `pageSecurity` sends: nothing is stored or found by search engines. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
};

/** A whole page, in the language of the words that it is made of. */
export function page({ language }: Words, title: string, body: readonly SafeHtml[]): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.text;
}

/** A page with one message. */
export function messagePage(words: Words, title: string, sentence: string): string {
  return page(words, title, [html`<h1>${title}</h1>`, html`<p>${sentence}</p>`]);
}
