import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Syntax that no source file of ours uses. */
const EVERYWHERE = [
  { selector: 'ExportAllDeclaration', message: 'Entry files list names: no `export *`.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

/** The domain is given its clock and its chances. */
const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take an Instant.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'The domain has no clock: take an Instant.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain has no clock: take an Instant.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain has no chance: take Ids.',
  },
  { selector: "MemberExpression[object.name='performance']", message: 'The domain has no clock.' },
];

const NO_ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only src/config.ts reads the environment.',
  },
];

const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat()] });
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const BOT_SDKS = {
  group: ['botbuilder', 'botbuilder-*', 'botframework-*', '@microsoft/teams-ai'],
  message: 'Only src/bot speaks with the bot SDKs.',
};
const LOCAL = {
  group: ['**/local/*', '**/local/**', '**/loopback-adapter.js'],
  message: 'Local mode is not part of the service.',
};
const VENDORS = { group: ['**/adapters/**'], message: 'Adapters are wired in compose.ts.' };

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.cache/',
      '.data/',
      'node_modules/',
      'appPackage/build/',
      'tests/.tmp/',
      '**/*.d.ts',
      '**/*.d.mts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'tests/tsconfig.json',
          'src/tab/tsconfig.json',
          'src/local/page/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off', // `return refuse(…)` reads better than two lines
      '@typescript-eslint/unbound-method': 'off', // ports and kits are records of functions; none of them uses `this`
      '@typescript-eslint/no-unsafe-enum-comparison': 'off', // enums of the bot SDK are names on the wire
      '@typescript-eslint/no-misused-spread': 'off', // text is spread into characters on purpose
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: { ...syntax(EVERYWHERE, NO_ENVIRONMENT), 'max-params': ['error', 4] },
  },
  { files: ['src/**/vite.config.ts'], rules: syntax(NO_ENVIRONMENT) }, // Vite reads a default export
  { files: ['src/config.ts'], rules: syntax(EVERYWHERE) },
  { files: ['src/domain/**/*.ts'], rules: syntax(EVERYWHERE, NO_ENVIRONMENT, NO_CLOCK) },
  // The import table of tests/architecture is complete; these few say so while you type.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/bot/**', 'src/local/**', 'src/main.ts', 'src/compose.ts'],
    rules: imports(BOT_SDKS, LOCAL),
  },
  {
    files: ['src/features/**/*.ts'],
    ignores: ['src/features/**/*.postgres.ts', 'src/features/*/index.ts'],
    rules: imports(BOT_SDKS, LOCAL, VENDORS),
  },
  {
    files: ['src/tab/**/*.ts', 'src/tab/**/*.tsx', 'src/local/page/**/*.ts', 'src/local/page/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['tests/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      // What a test reads back over the wire has no type of its own; the assertion is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off', // fakes of asynchronous ports answer at once
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...EVERYWHERE],
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    rules: {
      'no-undef': 'off',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
);
