import { RequestMethod } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { IdempotencyInterceptor } from '@salvatempo/http';

/** Keys under which Nest keeps what its decorators said. */
const METHOD = 'method';
const INTERCEPTORS = '__interceptors__';

const READS: readonly (RequestMethod | undefined)[] = [undefined, RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS];

/** Throws where a route changes something without a cause, and so without idempotency: a forgotten `@Because()` is found at boot. */
export function assertChangesAreIdempotent(modules: ModulesContainer): void {
  for (const module of modules.values())
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
      for (const name of Object.getOwnPropertyNames(prototype)) assertIdempotent(`${metatype?.name}.${name}`, prototype[name]);
    }
}

function assertIdempotent(name: string, method: unknown): void {
  if (typeof method !== 'function') return;
  const verb = Reflect.getMetadata(METHOD, method) as RequestMethod | undefined;
  const interceptors = (Reflect.getMetadata(INTERCEPTORS, method) ?? []) as unknown[];
  if (!READS.includes(verb) && !interceptors.includes(IdempotencyInterceptor)) throw new Error(`${name} changes something without @Because()`);
}
