import type { Rule } from './rule';

/** Written in pieces, or this file would offend against its own rule. */
const registry = new RegExp(
  `https?://[\\w.-]*(${['registry', 'artifactory', 'nexus', 'verdaccio'].join('|')})|${'registry'}\\.npmjs\\.`,
  'i',
);
const machinePath = new RegExp(`(^|[^\\w.*/-])/(${['work', 'root'].join('|')})/`, 'm');
const unread = /\.(png|jpe?g|gif|ico|woff2?|ttf|pdf|zip|gz|db)$|(^|\/)test\/architecture\/fixtures\//;

export const noAddresses: Rule = {
  name: 'no-addresses',
  says: 'no file names a package registry or a path of the machine it was written on',
  findings: ({ files, read }) =>
    files
      .filter((path) => !unread.test(path))
      .flatMap((path) => {
        const text = read(path) ?? '';
        const found = registry.exec(text)?.[0] ?? machinePath.exec(text)?.[0].trim();
        return found ? [`${path} names ${found}`] : [];
      }),
};
