import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './toolchain/repository.mjs';

/** The projects of the tree: a folder of apps or libs with a src is one; the portal isn't Nest. */
function projects() {
  const under = (folder, type) =>
    !existsSync(join(root, folder))
      ? []
      : readdirSync(join(root, folder))
          .filter(
            (name) =>
              name !== 'portal' && filesUnder(`${folder}/${name}/src`, (file) => file.endsWith('.ts')).length > 0,
          )
          .sort()
          .map((name) => [name, project(folder, name, type)]);
  return Object.fromEntries([...under('apps', 'application'), ...under('libs', 'library')]);
}

function project(folder, name, type) {
  const place = `${folder}/${name}`;
  const entryFile = existsSync(join(root, place, 'src/main.ts')) ? 'main' : 'index';
  return {
    type,
    root: place,
    entryFile,
    sourceRoot: `${place}/src`,
    compilerOptions: { tsConfigPath: 'tsconfig.json' },
  };
}

/** `npx nest generate` reads this; the build doesn't, since it compiles the tree as it is. */
const configuration = {
  $schema: 'https://json.schemastore.org/nest-cli',
  collection: '@nestjs/schematics',
  monorepo: true,
  sourceRoot: 'apps/standalone/src',
  root: 'apps/standalone',
  compilerOptions: { builder: 'swc', tsConfigPath: 'tsconfig.json' },
  projects: projects(),
};

writeFileSync(join(root, 'nest-cli.json'), `${JSON.stringify(configuration, null, 2)}\n`);
