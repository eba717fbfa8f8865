import { envelopeSchema, messages } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { SqliteEventLog } from '@salvatempo/messaging';
import { eventually, realTimers } from '@salvatempo/testing';
import { lettersOf, openData, productBlueprint } from './world/audit';
import { buy, fulfil, purchaseBecomes } from './world/buying';
import { Caller } from './world/caller';
import { firstOperator } from './world/first-operator';
import { freshFolder, leaveNothing, start } from './world/product';
import { makeTerritory, type Territory } from './world/territory';

const NO_DEMO = ['--no-demo'];
const purchaseId = derivedId('pur', 'that was never asked for');

afterAll(leaveNothing);

/** A message that is right in every respect, but about a purchase that nobody asked for. */
function replyToNothing(type: string, data: object): string {
  const id = `${derivedId('vou', 'nobody')}:1:1`;
  const envelope = { specversion: '1.0', id, source: '/salvatempo/vouchers', type, subject: purchaseId, time: '2026-09-01T08:00:00.000Z', datacontenttype: 'application/json', partitionkey: purchaseId, sequence: 1, correlationid: 'c', causationid: 'c', tenantid: 'territory', data };
  expect(envelopeSchema.safeParse(envelope).success).toBe(true);
  expect(messages.get(type)!.schema.safeParse(data).success).toBe(true);
  return JSON.stringify(envelope);
}

const poison = (): readonly { topic: string; key: string; value: string }[] => [
  { topic: 'vouchers.events', key: 'x', value: '{"type":' },
  { topic: 'vouchers.events', key: 'x', value: JSON.stringify({ type: 'vouchers.voucher-redeemed.v9' }) },
  { topic: 'benefits.commands', key: 'x', value: `"${'x'.repeat(300_000)}"` },
  { topic: 'vouchers.events', key: purchaseId, value: replyToNothing('vouchers.voucher-not-issued.v1', { voucherId: derivedId('vou', 'nobody'), purchaseId, code: 'voucher-validity' }) },
];

async function append(dataDir: string): Promise<void> {
  const store = await openData(dataDir);
  await new SqliteEventLog(store, realTimers).publish(poison());
  await store.close();
}

describe('messages that can’t be handled', () => {
  it('end in the dead letters of whoever reads them, each once, and the rest goes on', async () => {
    const dataDir = freshFolder();
    const first = await start({ dataDir, args: NO_DEMO });
    const territory: Territory = await makeTerritory(await firstOperator(first, () => first.url), { people: 1, seed: 41 });
    await first.stop();
    await append(dataDir);

    const product = await start({ dataDir, args: NO_DEMO });
    const as = (token: string): Caller => new Caller(() => product.url, token);
    const [employee] = territory.employees;
    const bought = await buy(as(employee!.token), employee!, territory, 'after-poison');
    await fulfil(as(territory.manager), as(employee!.token), territory, bought);
    await purchaseBecomes(as(employee!.token), bought.purchaseId, 'settled');
    await eventually(() => product.output.includes('dead letters'), 'the log to say so');
    expect(product.output).not.toContain('xxxxxxxxxx');
    await product.stop();

    const { groups } = await productBlueprint();
    const store = await openData(dataDir);
    const letters = Object.fromEntries(groups.map((group) => [group, lettersOf(store, `${group}.dlq`).map((letter) => (JSON.parse(letter) as { value: string }).value)]));
    const parked = (await Promise.all(groups.map((group) => store.parking.parkedKeys(group)))).flatMap((keys) => [...keys.keys()]);
    await store.close();
    const all = Object.values(letters).flat();
    for (const { value } of poison()) expect([value.slice(0, 80), all.includes(value)]).toEqual([value.slice(0, 80), true]);
    for (const found of Object.values(letters)) expect(new Set(found).size).toBe(found.length);
    expect(all.filter((value) => !poison().some((one) => one.value === value))).toEqual([]);
    expect(parked).toEqual([]);
  });
});
