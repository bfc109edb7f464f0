// `npm run readme`: writes the table of variables into README.md, between its two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { inProject } from './layout.ts';
import { variableTable } from './variable-table.ts';

const file = inProject('README.md');
const text = readFileSync(file, 'utf8').replace(
  /(<!-- variables -->)[^]*(<!-- \/variables -->)/,
  (_all, begin: string, end: string) => `${begin}\n\n${variableTable()}\n\n${end}`,
);
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
