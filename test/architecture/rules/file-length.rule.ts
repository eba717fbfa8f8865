import type { Rule } from './rule';

const ceiling = 300;

export const fileLength: Rule = {
  name: 'file-length',
  says: `a file has at most ${ceiling} lines (generated ones excepted)`,
  findings: ({ sources }) =>
    sources
      .filter(({ lineCount }) => lineCount > ceiling)
      .map(({ path, lineCount }) => `${path} has ${lineCount} lines`),
};
