import tseslint from 'typescript-eslint';

const call = (object, property) => `CallExpression[callee.object.name='${object}'][callee.property.name='${property}']`;
const portsOnly = 'Take it from a port (clock, randomness, timers): the simulation must be able to replay it.';

/** What a seed can't replay. architecture.md 3; test/architecture says the same of the text. */
const ambient = [
  { selector: call('Date', 'now'), message: portsOnly },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: portsOnly },
  { selector: call('Math', 'random'), message: portsOnly },
  { selector: call('performance', 'now'), message: portsOnly },
  { selector: 'CallExpression[callee.name=/^set(Timeout|Interval|Immediate)$/]', message: portsOnly },
];

/** Between 23:00 and 24:00 UTC it is another day in Rome, where this product keeps its days. */
const utcDay = {
  selector: "CallExpression[callee.property.name='slice'][callee.object.callee.property.name='toISOString']",
  message: 'That is the day in Greenwich: use romeDate of libs/kernel (tests: test/scenarios/world/days).',
};

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only libs/runtime reads the environment: it refuses nonsense with a clear message.',
};

export default tseslint.config(
  { ignores: ['dist/', '.infra/', 'node_modules/', 'coverage/', 'data/', 'test/architecture/fixtures/', '**/generated/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...ambient, utcDay, environment],
      // A type import of a DTO would make its metadata `Object`, and validation would pass everything in silence.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.browser.json', './tsconfig.portal.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'libs/testing/**/*.ts', '**/*.contract.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['libs/testing/**', 'apps/portal/**'], rules: { 'no-restricted-syntax': ['error', utcDay, environment] } },
  {
    files: ['libs/runtime/**', 'scripts/**', 'test/**', 'jest.config.js', 'apps/portal/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', utcDay] },
  },
  { files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs', '**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
