import js from '@eslint/js';
import ts from 'typescript-eslint';

const readonly = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

const timers = 'setTimeout clearTimeout setInterval clearInterval';
const node = `process console URL Buffer fetch require __dirname ${timers}`;
const browser =
  'window document fetch location history navigator sessionStorage WebSocket EventSource URL URLSearchParams FormData ' +
  timers;

export default ts.config(
  { ignores: ['dist/', 'data/', 'node_modules/', '.cache/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    rules: {
      // A process writes facts to its log and a tool writes answers to its stdout: nothing in between.
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: { ...readonly(node), module: 'writable' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Scripts that run in a young person's or a practitioner's browser.
    files: ['src/**/*.js'],
    languageOptions: { globals: readonly(browser) },
  },
);
