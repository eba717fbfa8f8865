/** What the API answers with, as the pages name it. */
export type Role = 'operator' | 'firm-admin' | 'employee' | 'provider-admin';

export interface HeldRole { role: Role; organisationId: string; organisationName?: string }
export interface Session { personId: string; displayName?: string; roles: HeldRole[] }
