import { BoundedMap } from './bounded-map';

/**
 * The same pure function, which remembers what followed from the keys that were new to it last.
 * @param limit keys, at least 1.
 */
export function remembering<V extends string | object>(limit: number, make: (key: string) => V): (key: string) => V {
  return through(new BoundedMap<string, V>(limit), make);
}

/** The same, of objects: what follows from one is remembered as long as somebody else has the object. */
export function rememberingEach<K extends object, V extends string | object>(make: (key: K) => V): (key: K) => V {
  return through(new WeakMap<K, V>(), make);
}

/** The same, of the last key alone, for one that is asked for many times in a row. */
export function rememberingLast<K extends string | number, V>(make: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

interface Made<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function through<K, V extends string | object>(made: Made<K, V>, make: (key: K) => V): (key: K) => V {
  return (key) => {
    let found = made.get(key);
    if (found === undefined) made.set(key, (found = make(key)));
    return found;
  };
}
