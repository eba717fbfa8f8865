import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';

export const expiriesQuery = queryOptions({ queryKey: ['expiries'], queryFn: () => bodyOf(client.GET('/api/benefits/accounts/mine/expiries', {})) });

export const firmForecastQuery = (firmId: string) => queryOptions({ queryKey: ['forecasts', firmId], queryFn: () => bodyOf(client.GET('/api/benefits/forecasts', { params: { query: { firmId } } })) });
