import { derivedId, romeDate, type Cents, type Instant } from '@salvatempo/kernel';

/** What a provider is due for one month. Its entries are in the journal and in the read model. */
export interface Statement {
  readonly providerId: string;
  readonly month: string;
  readonly dueCents: Cents;
}

export const statement = {
  service: 'providers',
  name: 'statement',
  prefix: 'sta',
  schema: 1,
  initial: { providerId: '', month: '', dueCents: 0 } as Statement,
};

export const statementIdOf = (providerId: string, month: string): string => derivedId('sta', providerId, month);

/** The month in Rome of a settlement, `YYYY-MM`. */
export const monthOf = (settledAt: Instant): string => romeDate(settledAt).slice(0, 7);
