/**
 * The part of Adaptive Cards 1.5 that our cards are made of, as Teams shows it
 * (https://adaptivecards.io/explorer). Text that people wrote goes into `RichTextBlock`s, which know no Markdown,
 * so that a title cannot smuggle in a link.
 */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Shown where a card cannot be. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  /** Requests the view of the person looking, for at most 60 people. */
  readonly refresh?: { readonly action: ExecuteAction; readonly userIds: readonly string[] };
}

export type Element =
  TextBlock | RichTextBlock | Container | ColumnSet | ImageElement | ActionSet | InputElement;

export type TextColor = 'default' | 'good' | 'warning' | 'attention' | 'accent';

interface Spaced {
  readonly spacing?: 'none' | 'small' | 'medium' | 'large';
  readonly separator?: boolean;
}

interface TextBlock extends Spaced {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly isSubtle?: boolean;
  readonly color?: TextColor;
  readonly style?: 'heading';
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'bolder';
  readonly size?: 'small' | 'medium' | 'large';
  readonly isSubtle?: boolean;
  readonly color?: TextColor;
}

interface RichTextBlock extends Spaced {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

interface Container extends Spaced {
  readonly type: 'Container';
  readonly style?: 'emphasis' | 'warning' | 'good' | 'attention';
  readonly items: readonly Element[];
}

interface ColumnSet extends Spaced {
  readonly type: 'ColumnSet';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'auto' | 'stretch';
    readonly items: readonly Element[];
  }[];
}

interface ImageElement extends Spaced {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly size: 'stretch';
}

interface ActionSet extends Spaced {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface InputBase extends Spaced {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export type InputElement =
  | (InputBase & {
      readonly type: 'Input.Text';
      readonly placeholder?: string;
      readonly isMultiline?: boolean;
      readonly maxLength: number;
    })
  | (InputBase & { readonly type: 'Input.Date'; readonly min?: string; readonly value?: string })
  | (InputBase & { readonly type: 'Input.Time'; readonly value?: string })
  | (InputBase & {
      readonly type: 'Input.ChoiceSet';
      readonly style: 'expanded' | 'compact';
      readonly isMultiSelect?: boolean;
      readonly wrap: true;
      readonly value?: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    });

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs?: 'none';
}

export type Action =
  | ExecuteAction
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | {
      readonly type: 'Action.ShowCard';
      readonly title: string;
      readonly card: {
        readonly type: 'AdaptiveCard';
        readonly body: readonly Element[];
        readonly actions: readonly Action[];
      };
    };

type TextLook = Partial<
  Pick<TextBlock, 'size' | 'weight' | 'isSubtle' | 'color' | 'spacing' | 'separator' | 'style'>
>;
type RunLook = Partial<Omit<TextRun, 'type' | 'text'>>;

/** Our own words; Markdown in them would be shown as such. */
export function sentence(text: string, look: TextLook = {}): Element {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** A line of runs, safe for whatever people wrote. */
export function line(runs: readonly TextRun[], look: Spaced = {}): Element {
  return { type: 'RichTextBlock', inlines: runs, ...look };
}

/** A piece of a line; control characters and line breaks become spaces. */
export function run(text: string, look: RunLook = {}): TextRun {
  return { type: 'TextRun', text: text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '), ...look };
}

export function heading(title: string): Element {
  return line([run(title, { size: 'large', weight: 'bolder' })], { spacing: 'small' });
}

export function showCard(title: string, body: readonly Element[], actions: readonly Action[]): Action {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions } };
}

export function adaptiveCard(content: {
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly refresh?: NonNullable<AdaptiveCard['refresh']>;
}): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...content,
  };
}
