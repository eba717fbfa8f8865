import type { Answer, Caller } from './caller';
import { inDays, today } from './days';
import { makeTerritory, until } from './territory';

const MINE = '/api/benefits/accounts/mine';
const CREDIT_CENTS = 5_000;

/**
 * Where the money of a firm's credit comes from, over HTTP in either mode: credit above its guarantee waits and is announced, a part of its transfer
 * is set aside, the rest lets it go, the same statement again pays nothing, and what is taken back is the firm's again. Throws where a step isn't as
 * it must be. `operator` has signed in; `seed` is nobody else's in this territory.
 */
export async function coverMet(operator: Caller, seed: number): Promise<void> {
  const { firmId, planId, owner: token, employees } = await makeTerritory(operator, { people: 1, seed });
  const [owner, person] = [operator.as(token), operator.as(employees[0]!.token)];
  const cover = `/api/benefits/covers/${firmId}`;
  const covered = (more: object): Promise<Answer['body']> =>
    until(owner, cover, (body) => Object.entries(more).every(([name, value]) => body[name] === value) && body.receivedCents + body.guaranteeUsedCents === body.creditedCents + body.freeCents + body.setAsideCents);
  const { creditedCents } = await until(owner, cover, (body) => body.creditedCents > 0);
  await operator.made(`${cover}/guarantee`, { guaranteeCents: creditedCents, reason: 'fideiussione bancaria' });

  const { runId, status } = await owner.made(`/api/benefits/plans/${planId}/credit-runs`, { amountCents: CREDIT_CENTS, letter: 'c.3', validUntil: inDays(300) });
  expect(['running', 'awaiting-transfer']).toContain(status);
  await until(owner, `/api/benefits/credit-runs/${runId}`, (body) => body.status === 'awaiting-transfer');
  await until(person, `${MINE}/announced`, ({ items }) => items.length === 1);
  expect((await person.get(MINE)).body).toMatchObject({ spendableCents: creditedCents });

  const { items } = await until(owner, `${cover}/proformas`, (body) => body.items.length === 2);
  const { reference, leftCents } = items[0];
  expect(leftCents).toBe(CREDIT_CENTS);
  const line = (euro: string, n: number): string => `${today()};${euro};saldo ${reference};CRO ${seed}-${n};Sartoria`;
  const sent = (...lines: readonly string[]): Promise<Answer['body']> => operator.made('/api/benefits/bank-statements', ['data;importo;causale;riferimento_banca;ordinante', ...lines].join('\n'));
  await sent(line('30,00', 1));
  await covered({ receivedCents: 3_000, setAsideCents: 3_000, creditedCents });
  await sent(line('30,00', 1), line('20,00', 2));
  await covered({ receivedCents: CREDIT_CENTS, setAsideCents: 0, creditedCents: creditedCents + CREDIT_CENTS });
  const { accountId } = await until(person, MINE, (account) => account.spendableCents === creditedCents + CREDIT_CENTS);
  await until(person, `${MINE}/announced`, (body) => body.items.length === 0);

  // What is taken back comes from what expires first; either way the firm is asked for less, or has it again.
  await owner.made(`/api/benefits/accounts/${accountId}/withdrawals`, { amountCents: 300, reason: 'accreditato per errore' });
  await covered({ receivedCents: CREDIT_CENTS, creditedCents: creditedCents + CREDIT_CENTS - 300 });
}
