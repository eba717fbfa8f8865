import type { MongoAbility } from '@casl/ability';
import { perPrincipal } from './per-principal';
import type { Principal } from './principal';

/** A service's policy: what a principal may do. */
export const policy = (build: (principal: Principal) => MongoAbility): ((principal: Principal) => MongoAbility) => perPrincipal(build);
