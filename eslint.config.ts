import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Names that only say that nobody knew where the code belongs. */
const drawers = ['utils', 'util', 'helpers', 'helper', 'common', 'misc'];

const nondeterminism = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
];

export default defineConfig(
  { ignores: ['node_modules/', '.assent/', 'test/output/', 'appPackage/build/', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      // Leaving a property out by destructuring names it without using it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^\\.{1,2}/(.*/)?(${drawers.join('|')})(\\.ts|/|$)`,
              message: 'Name a file after what it knows.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'The environment is parsed once, by infra/runtime/config.',
        },
      ],
    },
  },
  {
    files: ['workflows/**/*.ts', 'bot/{language,words}/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...nondeterminism],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setImmediate', 'fetch', 'performance'],
    },
  },
  {
    // Temporal replaces the clock inside a workflow by the one of its history.
    files: ['workflows/definitions/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: [
      '**/main.ts',
      'infra/local/**/*.ts',
      'infra/deploy/**/*.ts',
      'infra/graph-emulator/**/*.ts',
      'test/**/*.ts',
      'infra/runtime/config/**/*.ts',
    ],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
);
