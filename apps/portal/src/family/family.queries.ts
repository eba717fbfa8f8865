import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';
import table from '../../../../docs/rules/family-relations.json';

export const familyQuery = queryOptions({ queryKey: ['family'], queryFn: () => bodyOf(client.GET('/api/companies/people/me/family-members')) });

/** Codes and Italian names of the relations that the table knows. */
export const relations: readonly (readonly [code: string, name: string])[] = [...new Map(table.rows.map(({ code, name }) => [code, name]))];
export const relationName = (code: string): string => relations.find(([known]) => known === code)?.[1] ?? code;
