import type { Language } from '../../bot/words/words.ts';
import { languages as words } from '../../bot/words/words-of.ts';
import { cardPage, themes } from '../support/card-page.ts';
import { everyCardIn } from '../support/every-card.ts';

/** A phone's chat and a desktop window of Teams, in CSS pixels. */
export const widths = { phone: 310, desktop: 600 } as const;

type Theme = keyof typeof themes;
type Width = keyof typeof widths;

/** What the gallery shows at a time. */
export interface Shown {
  readonly language: Language;
  readonly theme: Theme;
  readonly width: Width;
}

export const languages = Object.keys(words) as readonly Language[];
/** Every card by name, in each language that is there. */
export const cardsByLanguage = Object.fromEntries(
  languages.map((language) => [language, everyCardIn(words[language].locale)]),
) as Readonly<Record<Language, ReturnType<typeof everyCardIn>>>;
const themeNames = Object.keys(themes) as readonly Theme[];
const widthNames = Object.keys(widths) as readonly Width[];

function chosen<Name extends string>(names: readonly Name[], wanted: string | null, usual: Name): Name {
  return names.find((name) => name === wanted) ?? usual;
}

/** Reads the address; what it leaves out, or names wrongly, is English, light and on a desktop. */
export function shownBy(query: URLSearchParams): Shown {
  return {
    language: chosen(languages, query.get('language'), 'en'),
    theme: chosen(themeNames, query.get('theme'), 'light'),
    width: chosen(widthNames, query.get('width'), 'desktop'),
  };
}

/** The same as an address. */
export function addressOf(shown: Shown): string {
  return `/?${new URLSearchParams({ ...shown }).toString()}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function choice<Key extends keyof Shown>(shown: Shown, key: Key, names: readonly Shown[Key][]): string {
  const links = names.map((name) =>
    shown[key] === name
      ? `<strong>${name}</strong>`
      : `<a href="${escaped(addressOf({ ...shown, [key]: name }))}">${name}</a>`,
  );
  return `<span>${key}: ${links.join(' · ')}</span>`;
}

const style = `body{margin:0;font:14px system-ui,sans-serif;color:var(--text);background:var(--around)}
.light{--around:#f0f0f0;--text:#242424;--link:#4f52b2}.dark{--around:#141414;--text:#fff;--link:#a6a7dc}
nav{position:sticky;top:0;display:flex;flex-wrap:wrap;gap:4px 24px;padding:12px 16px;background:inherit}
a{color:var(--link)}main{display:flex;flex-wrap:wrap;align-items:start;gap:24px;padding:16px}
figure{margin:0}figcaption{padding-bottom:4px}iframe{display:block;border:0;border-radius:4px}`;

/** Each card is a page of its own, as the tests look at it; it is shown as high as it is, with its forms open or not. */
const script = `for (const frame of document.querySelectorAll('iframe')) {
  frame.addEventListener('load', () => {
    const { body } = frame.contentDocument;
    const fit = () => { frame.style.height = body.offsetHeight + 'px'; };
    new frame.contentWindow.ResizeObserver(fit).observe(body);
    fit();
  });
  frame.src = frame.dataset.address;
}`;

/** The page with all cards of a language, in a theme and at a width. */
export function galleryPage(shown: Shown): string {
  const names = Object.keys(cardsByLanguage[shown.language]);
  const frames = names.map((name) => {
    const address = `/card?${new URLSearchParams({ ...shown, name }).toString()}`;
    return `<figure><figcaption>${escaped(name)}</figcaption><iframe title="${escaped(name)}" data-address="${escaped(address)}" width="${widths[shown.width]}"></iframe></figure>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${names.length} cards</title><link rel="icon" href="data:,"><style>${style}</style><body class="${shown.theme}">
<nav>${choice(shown, 'language', languages)}${choice(shown, 'theme', themeNames)}${choice(shown, 'width', widthNames)}</nav>
<main>${frames.join('\n')}</main><script>${script}</script></body></html>`;
}

/** One card as a page; undefined where there is none of that name. */
export function oneCardPage({ language, theme }: Shown, name: string): string | undefined {
  const card = cardsByLanguage[language][name];
  return card === undefined ? undefined : cardPage(card, theme);
}
