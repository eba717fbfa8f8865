import { BoundedMap } from './bounded-map';

/**
 * The same pure function, which remembers what followed from the keys that were new to it last.
 * @param limit keys, at least 1.
 */
export function remembering<V extends string | object>(limit: number, make: (key: string) => V): (key: string) => V {
  const made = new BoundedMap<string, V>(limit);
  return (key) => {
    let found = made.get(key);
    if (found === undefined) made.set(key, (found = make(key)));
    return found;
  };
}
