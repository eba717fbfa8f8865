import type { MongoAbility } from '@casl/ability';
import type { Principal } from './principal';

/**
 * A service's policy: what a principal may do. Built once for each principal, who is the same object as long as the edge
 * remembers the sign-in, and forgotten with it.
 */
export function policy(build: (principal: Principal) => MongoAbility): (principal: Principal) => MongoAbility {
  const built = new WeakMap<Principal, MongoAbility>();
  return (principal) => {
    let ability = built.get(principal);
    if (!ability) built.set(principal, (ability = build(principal)));
    return ability;
  };
}
