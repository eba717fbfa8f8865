import { rememberingEach } from '@salvatempo/kernel';
import type { Principal } from './principal';

/** What follows from a principal, made once for each, who is the same object as long as the edge remembers the sign-in, and forgotten with it. */
export const perPrincipal = <T extends object | string>(make: (principal: Principal) => T): ((principal: Principal) => T) => rememberingEach(make);
