import type { Role } from '@salvatempo/contracts';

/** One thing that a person may be, and for which organisation (`territory` for an operator). */
export interface RoleGrant {
  readonly role: Role;
  readonly organisationId: string;
}

/** Who makes a request. */
export interface Principal {
  readonly personId: string;
  readonly sessionId: string;
  readonly roles: readonly RoleGrant[];
}

/** The organisations for which the person has a role. */
export const organisationsOf = (principal: Principal, role: Role): readonly string[] =>
  principal.roles.filter((grant) => grant.role === role).map((grant) => grant.organisationId);

export const hasRole = (principal: Principal, role: Role): boolean => principal.roles.some((grant) => grant.role === role);
