import { isProduct } from '../tree/places';
import type { Rule } from './rule';

const aim = 60;

/** The ceiling alone would let every file grow to it. */
export const medianLength: Rule = {
  name: 'median-length',
  says: `half of the product's files have at most ${aim} lines`,
  findings: ({ sources }) => {
    const lengths = sources.filter(({ path }) => isProduct(path)).map(({ lineCount }) => lineCount);
    const median = lengths.sort((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)] ?? 0;
    return median > aim ? [`the median of ${lengths.length} files is ${median} lines`] : [];
  },
};
