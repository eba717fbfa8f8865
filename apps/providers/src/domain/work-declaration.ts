import type { DataOf, workDeclared } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';

/** What a provider says of the work that a call created with it in a month; said again, the last one holds. */
export type WorkDeclaration = { readonly status: 'absent' } | ({ readonly status: 'declared' } & DataOf<typeof workDeclared>);

export const workDeclaration = { service: 'providers', name: 'work-declaration', prefix: 'wdc', schema: 1, initial: { status: 'absent' } as WorkDeclaration };

/** One for each provider, call and month. */
export const workDeclarationIdOf = (providerId: string, callId: string, month: string): string => derivedId('wdc', providerId, callId, month);
