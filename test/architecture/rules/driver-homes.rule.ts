import { posix } from 'node:path';
import { placeOf } from '../tree/places';
import type { SourceFile, Tree } from '../tree/source-tree';
import type { Rule } from './rule';

/** Each driver can be replaced by rewriting one folder. */
const sqliteHome = 'libs/store/src/sqlite';
const fixedHomes: Readonly<Record<string, string>> = {
  libsql: sqliteHome,
  'better-sqlite3': sqliteHome,
  'node:sqlite': sqliteHome,
};
const singleHomes = ['kafkajs', 'mongoose', 'stripe'];

function names(file: SourceFile, driver: string): boolean {
  return file.imports.some(({ specifier }) => specifier === driver || specifier.startsWith(`${driver}/`));
}

function strangers(users: readonly string[], home: string): string[] {
  return users.filter((path) => !path.startsWith(`${home}/`));
}

/** Where no home is written down, the shallowest folder that names the driver is it. */
function homeOf(users: readonly string[]): string {
  const folders = users.map((path) => posix.dirname(path));
  return folders.sort((a, b) => a.length - b.length)[0] ?? '';
}

function findings({ sources }: Tree): string[] {
  const product = sources.filter(({ path }) => placeOf(path).kind !== 'test');
  return [...Object.keys(fixedHomes), ...singleHomes].flatMap((driver) => {
    const users = product.filter((file) => names(file, driver)).map(({ path }) => path);
    const home = fixedHomes[driver] ?? homeOf(users);
    return strangers(users, home).map((path) => `${path} names ${driver}, whose folder is ${home}`);
  });
}

export const driverHomes: Rule = {
  name: 'driver-homes',
  says: `SQLite is named only in ${sqliteHome}; kafkajs, mongoose and stripe in one folder each`,
  findings,
};
