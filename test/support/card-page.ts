import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Colours of a theme of Teams, as Fluent 2 names them (react.fluentui.dev, "Colors"): text, quiet text and the
 * four signals, on the card and on its tinted containers.
 */
interface Theme {
  readonly background: string;
  readonly text: Readonly<Record<'default' | 'accent' | 'good' | 'warning' | 'attention', string>>;
  readonly quiet: string;
  readonly containers: Readonly<Record<'emphasis' | 'good' | 'warning' | 'attention' | 'accent', string>>;
}

export const themes = {
  light: {
    background: '#ffffff',
    text: {
      default: '#242424',
      accent: '#4f52b2',
      good: '#0e700e',
      warning: '#8a3707',
      attention: '#b10e1c',
    },
    quiet: '#616161',
    containers: {
      emphasis: '#f5f5f5',
      good: '#f1faf1',
      warning: '#fff9f5',
      attention: '#fdf3f4',
      accent: '#e8ebfa',
    },
  },
  dark: {
    background: '#292929',
    text: {
      default: '#ffffff',
      accent: '#a6a7dc',
      good: '#9fd89f',
      warning: '#fdcfb4',
      attention: '#eeacb2',
    },
    quiet: '#d6d6d6',
    containers: {
      emphasis: '#1f1f1f',
      good: '#052505',
      warning: '#411200',
      attention: '#3f1011',
      accent: '#2f2f4a',
    },
  },
} as const satisfies Record<string, Theme>;

function hostConfig({ background, text, quiet, containers }: Theme): unknown {
  const foregroundColors = Object.fromEntries(
    Object.entries(text).map(([name, color]) => [
      name,
      { default: color, subtle: name === 'default' ? quiet : color },
    ]),
  );
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", "DejaVu Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: '#80808080' },
    supportsInteractivity: true,
    containerStyles: {
      default: style(background),
      ...Object.fromEntries(Object.entries(containers).map(([name, color]) => [name, style(color)])),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    inputs: {
      label: {
        requiredInputs: { suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'default' },
      },
    },
  };
}

/** The page around a card: what a client of Teams adds to the renderer's own styles. */
function styleSheet({ background, text }: Theme): string {
  return `html,body{margin:0;background:${background}}
*{box-sizing:border-box}
/* Teams breaks words that are too long for a line. */
.ac-richTextBlock,.ac-textBlock,.ac-pushButton,.ac-input label{overflow-wrap:anywhere}
.ac-actionSet{flex-wrap:wrap;row-gap:8px}
.ac-pushButton{font:600 14px "DejaVu Sans",sans-serif;padding:5px 12px;min-height:32px;border-radius:4px;border:1px solid #808080;background:${background};color:${text.default};text-align:left}
.ac-input{font:14px "DejaVu Sans",sans-serif;max-width:100%;background:${background};color:${text.default};border:1px solid #808080}`;
}

const renderer = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);

/** A page that shows one card in Microsoft's renderer; its global `problems()` says what is wrong. */
export function cardPage(card: unknown, theme: keyof typeof themes): string {
  // A closing tag in a card's text would end the script.
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title><style>${styleSheet(themes[theme])}</style>
<body><div id="card"></div><script>${renderer.replaceAll('</script', '<\\/script')}</script><script>(() => {
const card = new AdaptiveCards.AdaptiveCard();
card.hostConfig = new AdaptiveCards.HostConfig(${json(hostConfig(themes[theme]))});
const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
card.parse(${json(card)}, context);
document.querySelector('#card').append(card.render());
const parseEvents = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
${inspection}
globalThis.problems = problems;
})();</script></body></html>`;
}

/**
 * Runs in the page. Every piece of text must lie inside the card and inside whatever clips it, be shown in full, and
 * stand out from what is behind it as WCAG 2.2 (1.4.3) asks: 4.5, or 3 where it is large.
 */
const inspection = `
function rgba(text) {
  const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
  return { r, g, b, a };
}
function over(front, back) {
  const mix = (f, b) => f * front.a + b * (1 - front.a);
  return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1 };
}
function backgroundOf(element) {
  const own = rgba(getComputedStyle(element).backgroundColor);
  if (own.a === 1) return own;
  return over(own, element.parentElement === null ? rgba('rgb(255,255,255)') : backgroundOf(element.parentElement));
}
function luminance({ r, g, b }) {
  const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
}
function contrast(element) {
  const back = backgroundOf(element);
  const [one, two] = [luminance(over(rgba(getComputedStyle(element).color), back)), luminance(back)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}
function textProblems(element, edge) {
  const style = getComputedStyle(element);
  const words = JSON.stringify(element.textContent.trim().slice(0, 60));
  const found = [];
  const range = document.createRange();
  range.selectNodeContents(element);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
  if (boxes.some((box) => box.right > edge.right + 0.5 || box.left < edge.left - 0.5)) found.push('runs out of the card: ' + words);
  for (let at = element; at !== null && at.id !== 'card'; at = at.parentElement) {
    const clips = getComputedStyle(at);
    if (clips.overflowX !== 'visible' && at.clientWidth > 0 && at.scrollWidth > at.clientWidth + 1) found.push('wider than its place: ' + words);
    if (clips.textOverflow === 'ellipsis' && clips.overflowX !== 'visible' && at.scrollWidth > at.clientWidth) found.push('ends in an ellipsis: ' + words);
    if (clips.overflowY === 'hidden' && at.scrollHeight > at.clientHeight + 1) found.push('cut off below: ' + words);
  }
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = contrast(element);
  if (ratio < (isLarge ? 3 : 4.5)) found.push('contrast ' + ratio.toFixed(2) + ': ' + words);
  return found;
}
function problems() {
  const root = document.querySelector('#card');
  const edge = root.getBoundingClientRect();
  const texts = [...root.querySelectorAll('*')].filter((element) =>
    element.checkVisibility() &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  const nameless = [...root.querySelectorAll('input, textarea, select')].filter((input) =>
    input.checkVisibility() && input.labels.length === 0 && !input.hasAttribute('aria-label') && !input.hasAttribute('aria-labelledby'));
  const page = document.scrollingElement;
  return [...new Set([
    ...parseEvents,
    ...card.validateProperties().validationEvents.map(({ message }) => message),
    ...texts.flatMap((element) => textProblems(element, edge)),
    ...nameless.map((input) => 'an input without a name: ' + input.outerHTML.slice(0, 80)),
    ...[...root.querySelectorAll('img')].filter((image) => image.alt === '').map(() => 'a picture without words'),
    ...(page.scrollWidth > innerWidth ? ['the page scrolls sideways: ' + page.scrollWidth] : []),
    ...(texts.length === 0 ? ['nothing is shown'] : []),
  ])];
}`;
