// Nest 12 ships ES modules only, which jest on Node 20 can't load: every ESM package goes through swc too.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const swc = require('./swc.config.cjs');

const modulesFolder = join(__dirname, 'node_modules');

function packageNames() {
  return readdirSync(modulesFolder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modulesFolder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

function isEsm(name) {
  const manifest = join(modulesFolder, name, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
}

const esmPackages = packageNames()
  .filter(isEsm)
  .map((name) => name.replace(/\./g, '\\.'));

const shared = {
  rootDir: __dirname,
  // dist and the fixtures hold copies of the sources, and broken ones at that; .infra holds whole systems.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.infra/', '<rootDir>/test/architecture/fixtures/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  transform: { '^.+\\.(t|j|mj|cj)s$': ['@swc/jest', { ...swc, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/).*\\.c?js$`],
  moduleNameMapper: {
    '^@salvatempo/app-(.+)$': '<rootDir>/apps/$1/src/index.ts',
    '^@salvatempo/(.+)$': '<rootDir>/libs/$1/src/index.ts',
  },
};

const stages = {
  architecture: ['<rootDir>/test/architecture/**/*.spec.ts'],
  unit: ['apps', 'libs', 'scripts', 'test/bench'].map((folder) => `<rootDir>/${folder}/**/*.spec.ts`),
  contract: ['<rootDir>/test/contracts/**/*.spec.ts'],
  documentdb: ['<rootDir>/test/documentdb/**/*.spec.ts'],
  scenario: ['<rootDir>/test/scenarios/**/*.spec.ts'],
  distributed: ['<rootDir>/test/distributed/**/*.spec.ts'],
  simulation: ['<rootDir>/test/simulation/**/*.spec.ts'],
  browser: ['<rootDir>/test/browser/**/*.spec.ts'],
};

module.exports = {
  projects: Object.entries(stages).map(([displayName, testMatch]) => ({ ...shared, displayName, testMatch })),
};
