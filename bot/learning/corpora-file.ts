/** Sentences of public corpora with their acts (see NOTICE), beside the checkout; they are learned from and not kept here. */
export const corporaFile = '../shared/language/acts.json';
