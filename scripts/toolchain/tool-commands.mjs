import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, runTool } from './child-process.mjs';
import { dist, filesUnder, root } from './repository.mjs';

/** Backend, browser tests and portal see different globals, so each has its own configuration. */
const typeConfigurations = [
  [
    'tsconfig.json',
    ['apps', 'libs', 'test', 'scripts'],
    /^(?!apps\/portal\/|test\/browser\/|test\/architecture\/fixtures\/).*\.ts$/,
  ],
  ['tsconfig.browser.json', ['test/browser'], /\.ts$/],
  ['tsconfig.portal.json', ['apps/portal'], /\.tsx?$/],
];

/** Runs each step, also after a failed one: one run shows every error. */
async function firstFailure(steps) {
  let worst = 0;
  for (const step of steps) worst = (await step()) || worst;
  return worst;
}

function typecheck() {
  const present = typeConfigurations.filter(([, folders, pattern]) =>
    folders.some((folder) => filesUnder(folder, (file) => pattern.test(file)).length > 0),
  );
  return firstFailure(
    present.map(
      ([config]) =>
        () =>
          runTool('typescript/bin/tsc', ['-p', config]),
    ),
  );
}

const lint = (args) =>
  runTool('eslint/bin/eslint.js', [
    '.',
    '--max-warnings=0',
    '--cache',
    '--cache-location',
    'dist/.eslintcache',
    ...args,
  ]);

const format = (args) =>
  runTool('prettier/bin/prettier.cjs', ['--log-level', 'warn', ...(args.length ? args : ['--write', '.'])]);

/** The portal's client types come from the code's own OpenAPI document, never from a hand-written one. */
async function generate() {
  const entry = join(dist, 'scripts/openapi/main.js');
  if (!existsSync(entry)) throw new Error('scripts/openapi/main.ts does not exist');
  mkdirSync(join(root, 'docs/generated'), { recursive: true });
  const deployment = join(root, 'scripts/deployment/main.mjs');
  const code = (await runCommand(process.execPath, ['--enable-source-maps', entry])) || (await runCommand(process.execPath, [deployment]));
  if (code !== 0 || !existsSync(join(root, 'apps/portal'))) return code;
  const schema = 'apps/portal/src/api/generated/schema.d.ts';
  return runTool('openapi-typescript/bin/cli.js', ['docs/generated/openapi.json', '-o', schema]);
}

export const toolCommands = { build: async () => 0, typecheck, lint, format, generate };
