import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, seeOwnChange } from '../api/client';

export const reimbursementsQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['reimbursements', firmId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/reimbursements', { params: { query: { firmId, limit: 50, ...pageParam } } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  });

export const closingsQuery = (firmId: string) =>
  infiniteQueryOptions({
    queryKey: ['payroll-closings', firmId],
    queryFn: ({ pageParam }) => bodyOf(client.GET('/api/benefits/payroll-closings', { params: { query: { firmId, limit: 24, ...pageParam } }, headers: seeOwnChange('payroll-closings') })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  });

export const payrollStaffQuery = (firmId: string) =>
  queryOptions({ queryKey: ['payroll-staff', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/payroll-staff', { params: { query: { firmId } } })) });

export const validatorsQuery = queryOptions({ queryKey: ['claims-validators'], queryFn: () => bodyOf(client.GET('/api/benefits/claims-validators')) });
