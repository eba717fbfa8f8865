import type { Principal } from './principal';

/** What follows from a principal, made once for each, who is the same object as long as the edge remembers the sign-in, and forgotten with it. */
export function perPrincipal<T extends object | string>(make: (principal: Principal) => T): (principal: Principal) => T {
  const made = new WeakMap<Principal, T>();
  return (principal) => {
    let found = made.get(principal);
    if (found === undefined) made.set(principal, (found = make(principal)));
    return found;
  };
}
