import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../api/client';
import type { QuoteView } from '../api/views';

/** What the purchase would do to the year; below the account's key, since it stands and falls with it. */
export const simulationQuery = ({ firmId, taxLetter, totalCents, shares }: QuoteView) => {
  const { amountCents = 0, minutes } = shares.find(({ source }) => source === 'credit') ?? {};
  return queryOptions({
    queryKey: ['account', 'simulation', firmId, taxLetter, totalCents, amountCents, minutes ?? 0],
    queryFn: () => bodyOf(client.GET('/api/benefits/accounts/mine/simulation', { params: { query: { firmId, letter: taxLetter, amountCents, ...(minutes !== undefined && { minutes }), benefitValueCents: totalCents } } })),
  });
};
