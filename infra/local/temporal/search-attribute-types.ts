import { SearchAttributeType } from '@temporalio/common';
import { searchAttributes } from '../../../workflows/contract/search-attributes.ts';

type AssentType = (typeof searchAttributes)[number]['type'];

/** `IndexedValueType` of Temporal's API (temporal/api/enums/v1/common.proto), and its name on the command line. */
const types: Readonly<Record<AssentType, { readonly code: number; readonly word: string }>> = {
  [SearchAttributeType.KEYWORD]: { code: 2, word: 'Keyword' },
  [SearchAttributeType.DATETIME]: { code: 6, word: 'Datetime' },
  [SearchAttributeType.KEYWORD_LIST]: { code: 7, word: 'KeywordList' },
};

/** The search attributes that lists of meetings need, by name. */
export const neededAttributes = searchAttributes.map(({ name, type }) => ({ name, ...types[type] }));
