/** What a document, an event and a message may hold: plain JSON, the same on every store and every log. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Thrown where a value can't be stored the same way everywhere. `path` says where, e.g. `state.lots[2].until`. */
export class NotStorableError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'NotStorableError';
  }
}

const MAX_DEPTH = 32;

/**
 * Refuses what one of the stores would change or lose: undefined, Date, BigInt, NaN, class instances, and keys with
 * `$`, `.` or `__proto__`. Throws NotStorableError.
 */
export function assertStorable(value: unknown, path = 'value', depth = 0): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotStorableError(path, 'is not a finite number');
    return;
  }
  if (typeof value !== 'object') throw new NotStorableError(path, `a ${typeof value} can't be stored`);
  if (depth >= MAX_DEPTH) throw new NotStorableError(path, `is nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) assertStorable(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotStorableError(path, `a ${value.constructor.name} can't be stored`);
  for (const key of Object.keys(value)) {
    if (key.includes('$') || key.includes('.') || key === '__proto__')
      throw new NotStorableError(path, `the key ${key} can't be stored`);
    assertStorable((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1);
  }
}
