import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const planQuery = (planId: string) =>
  queryOptions({ queryKey: ['plan', planId], queryFn: () => bodyOf(client.GET('/api/benefits/plans/{planId}', { params: { path: { planId } }, headers: seeOwnChange('plans') })) });

export const ownPlansQuery = queryOptions({ queryKey: ['own-plans'], queryFn: () => bodyOf(client.GET('/api/benefits/plans/mine', {})) });

export const residuesQuery = (firmId: string) =>
  queryOptions({ queryKey: ['residues', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/residues', { params: { query: { firmId, limit: 100 } } })) });

export const poolQuery = (firmId: string) =>
  queryOptions({ queryKey: ['pool', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/solidarity-pools/{firmId}', { params: { path: { firmId } } })) });

export const balanceQuery = (accountId: string, at: string) =>
  queryOptions({ queryKey: ['account', 'balance', accountId, at], queryFn: () => bodyOf(client.GET('/api/benefits/accounts/{accountId}/balance', { params: { path: { accountId }, query: { at } } })) });
