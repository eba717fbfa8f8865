import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

export const ruleTablesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => bodyOf(client.GET('/api/programmes/rule-tables')),
});

export const ruleTableQuery = (table: string) =>
  queryOptions({
    queryKey: ['rules', table],
    queryFn: () => bodyOf(client.GET('/api/programmes/rule-tables/{table}', { params: { path: { table } } })),
  });
