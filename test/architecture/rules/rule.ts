import type { Tree } from '../tree/source-tree';

export interface Rule {
  /** Also the name of the fixture's folder. */
  readonly name: string;
  readonly says: string;
  /** One line for each offence, beginning with the file. */
  findings(tree: Tree): readonly string[];
}
