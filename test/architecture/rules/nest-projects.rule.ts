import type { Tree } from '../tree/source-tree';
import type { Rule } from './rule';

interface NestConfiguration {
  readonly projects?: Readonly<Record<string, { readonly root: string; readonly sourceRoot: string }>>;
}

/** The portal is built by Vite; everything else with sources is a Nest project. */
function projectsOfTree(tree: Tree): string[] {
  return ['apps', 'libs']
    .flatMap((folder) => tree.folders(folder).map((name) => `${folder}/${name}`))
    .filter((root) => root !== 'apps/portal' && tree.sources.some(({ path }) => path.startsWith(`${root}/src/`)));
}

function findings(tree: Tree): string[] {
  const text = tree.read('nest-cli.json');
  if (text === undefined) return [];
  const projects = Object.values((JSON.parse(text) as NestConfiguration).projects ?? {});
  const listed = projects.map(({ root }) => root);
  const present = projectsOfTree(tree);
  return [
    ...present
      .filter((root) => !listed.includes(root))
      .map((root) => `nest-cli.json lacks ${root} (npm run nest:sync)`),
    ...listed
      .filter((root) => !present.includes(root))
      .map((root) => `nest-cli.json lists ${root}, which has no sources`),
    ...projects.flatMap(({ root, sourceRoot }) =>
      sourceRoot === `${root}/src` ? [] : [`nest-cli.json: sourceRoot ${sourceRoot}`],
    ),
  ];
}

export const nestProjects: Rule = {
  name: 'nest-projects',
  says: 'nest-cli.json lists every app and lib, and nothing else',
  findings,
};
