import { placeOf } from '../tree/places';
import type { Rule } from './rule';

export const servicesApart: Rule = {
  name: 'services-apart',
  says: 'a service imports no other service: it keeps a projection, or asks by command and reply',
  findings: ({ sources }) =>
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => {
        const [from, to] = [placeOf(path), placeOf(target ?? path)];
        const isForeign = from.kind === 'service' && target?.startsWith('apps/') && to.name !== from.name;
        return isForeign ? [`${path} imports ${target}`] : [];
      }),
    ),
};
