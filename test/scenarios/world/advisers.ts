import { generator } from '../../../scripts/tour/invented';
import { fiscalCodeOf } from '../../../scripts/tour/fiscal-code';
import { vatNumberOf } from '../../../scripts/tour/vat-number';
import type { Caller } from './caller';
import { PASSWORD, until } from './territory';

/** An adviser's office or association, and somebody who acts for it and is signed in. */
export interface Adviser {
  readonly intermediaryId: string;
  readonly personId: string;
  readonly member: Caller;
}

/** One from its registration on: an officer names who acts for it and hands on the code. */
export async function adviserOf(operator: Caller, seed: number, kind: 'adviser' | 'association' = 'adviser'): Promise<Adviser> {
  const random = generator(seed + 7_000);
  const digit = (): number => Math.floor(random() * 10);
  const vatNumber = vatNumberOf(Array.from({ length: 7 }, digit));
  const fiscalCode = fiscalCodeOf({ name: 'Dario', surname: 'Grecchi', year: 40 + Math.floor(random() * 50), month: Math.floor(random() * 12), day: 1 + Math.floor(random() * 28), place: `F${100 + Math.floor(random() * 900)}` });
  const { intermediaryId } = await operator.made('/api/companies/intermediaries', { kind, name: `Studio Grecchi ${seed}`, vatNumber });
  const { personId } = await operator.made(`/api/companies/intermediaries/${intermediaryId}/members`, { name: 'Dario', surname: 'Grecchi', fiscalCode });
  const { code } = await until(operator, `/api/identity/intermediaries/${intermediaryId}/codes/${personId}`, (body) => body.code !== undefined);
  await operator.as(undefined).made('/api/identity/activations', { fiscalCode, code, password: PASSWORD });
  const member = await operator.as(undefined).signIn(fiscalCode, PASSWORD);
  await until(member, '/api/identity/sessions/current', ({ roles }) => roles.some(({ role }: { role: string }) => role === kind));
  return { intermediaryId: String(intermediaryId), personId: String(personId), member };
}
