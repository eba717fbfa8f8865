import { Caller } from './caller';
import type { Product } from './product';
import { OPERATOR, until } from './territory';

/** The code of the one-time link that a first start without demo prints; undefined where it prints none. */
export const oneTimeCode = (product: Product): string | undefined => /\/benvenuto\?codice=([0-9A-Z]+)/.exec(product.output)?.[1];

/** Makes the first operator by the link, and signs in. */
export async function firstOperator(product: Product, url: () => string): Promise<Caller> {
  const anybody = new Caller(url);
  await anybody.made('/api/identity/operators/first', { code: oneTimeCode(product), ...OPERATOR });
  const operator = await anybody.signIn(OPERATOR.username, OPERATOR.password);
  await until(operator, '/api/identity/sessions/current', ({ roles }) => roles.some(({ role }: { role: string }) => role === 'operator'));
  return operator;
}
