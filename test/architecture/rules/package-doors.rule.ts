import { placeOf } from '../tree/places';
import type { Rule } from './rule';

function packageOf(path: string): string | undefined {
  const { name } = placeOf(path);
  return name === '' ? undefined : path.split('/').slice(0, 2).join('/');
}

/** Also tests and scripts come in by the door, except into the app that they belong to. */
export const packageDoors: Rule = {
  name: 'package-doors',
  says: 'a lib is imported by its alias (@salvatempo/<lib>), never by a path into its files',
  findings: ({ sources }) =>
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, target }) => {
        const other = target && target.startsWith('libs/') && packageOf(target) !== packageOf(path);
        return other && !/^@salvatempo\/[\w-]+$/.test(specifier) ? [`${path} reaches into ${target}`] : [];
      }),
    ),
};
