import { readdirSync, readFileSync } from 'node:fs';

import type { Locale } from '../language/grammar/locale.ts';
import type { Act, Pending } from '../language/meaning/act.ts';

/** A sentence to learn from, with the acts that are right for it: any of them will do. */
export interface LearnedSentence {
  readonly text: string;
  readonly acts: readonly Act[];
  readonly pending: Pending;
  readonly language: Locale;
  /** The same sentence with its parts as `{role|words}`; absent for the corpora's. */
  readonly marked?: string;
}

interface OwnSentence {
  readonly text: string;
  readonly act: Act | readonly Act[];
  readonly pending: Pending;
  readonly language: Locale;
  readonly marked?: string;
}

const folder = new URL('sentences/', import.meta.url);

/** Our own, one JSON object a line in `sentences/`. */
export function ownSentences(): readonly LearnedSentence[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as OwnSentence)
      .map(({ act, ...rest }) => ({ ...rest, acts: [act].flat() })),
  );
}

interface Corpora {
  readonly about: {
    readonly mapping: Readonly<Record<string, Act | readonly Act[]>>;
    readonly mixed: Readonly<Record<string, readonly Act[]>>;
  };
  readonly sentences: readonly {
    readonly text: string;
    readonly act: string;
    readonly language: Locale;
    readonly intent?: string;
  }[];
}

/** The corpora's sentences (see NOTICE), each with every act that its intent may mean. */
export function corpusSentences(file: string): readonly LearnedSentence[] {
  const { about, sentences } = JSON.parse(readFileSync(file, 'utf8')) as Corpora;
  const mixed = Object.entries(about.mixed);
  return sentences.map(({ text, act, language, intent = '' }) => {
    const mix = mixed.find(([end]) => intent.endsWith(end))?.[1] ?? [];
    const acts = [...new Set([...[about.mapping[act] ?? []].flat(), ...mix])];
    return { text, language, acts, pending: 'nothing' };
  });
}
