import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program's path, if there is such a program. */
export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
