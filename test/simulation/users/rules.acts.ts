import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import type { Act } from './act';
import type { CeilingEdit, Territory } from './territory';

interface Row {
  readonly regime?: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly basisPoints?: number;
}
interface Table {
  readonly version: string;
  readonly rows: readonly Row[];
}

const SIEG = 'de-minimis-2832';

/** What the officer makes of the general ceiling: mostly from today on, sometimes in a way that can't be. The ceiling moves little, so that firms still come near it. */
function ceilingChanges({ desk, randomness, ceilingEdits }: Territory, { rows }: Table): readonly object[] {
  const day = (days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));
  const today = day(0);
  const last = rows.filter(({ regime }) => regime === 'de-minimis-2831').at(-1)!;
  const from = (validFrom: string): object => ({ change: 'add', ...last, validFrom, ceilingCents: randomness.pick([29_990_000, 30_010_000]), norm: 'un regolamento', confidence: 'primary' });
  const close = (validTo: string): object => ({ change: 'close', regime: last.regime, validFrom: last.validFrom, validTo });
  const started = last.validFrom < today;
  const right = started ? [close(day(-1)), from(today)] : [{ change: 'correct', ...last, ceilingCents: randomness.pick([29_980_000, 30_000_000, 30_020_000]) }];
  const choices: Readonly<Record<CeilingEdit, readonly object[]>> = {
    right,
    overlapping: [from(day(10))],
    gap: [close(day(9)), from(day(11))],
    short: [close(day(300))],
    past: [{ change: 'correct', ...rows.find(({ regime }) => regime === 'de-minimis-1407')!, ceilingCents: 1 }],
    unknown: [{ change: 'close', regime: SIEG, validFrom: '2020-02-02', validTo: today }],
    same: [{ change: 'correct', ...last }],
    unlike: [{ change: 'correct', ...last, countsWith: [SIEG] }],
  };
  return choices[ceilingEdits.draw()];
}

/** The next legal rate of interest, decided anew each time. */
function rateChanges({ randomness }: Territory, { rows }: Table): readonly object[] {
  return [{ change: 'correct', ...rows.at(-1)!, basisPoints: randomness.pick([100, 160, 200, 250]) }];
}

/** The officer edits a table, sometimes two people at once and from the same version. */
const editRules: Act = {
  name: 'edit-rules',
  weight: 0.25,
  async run(territory) {
    const { operator, randomness } = territory;
    if (!operator) return;
    const table = randomness.pick(['de-minimis-rule', 'de-minimis-rule', 'recovery-interest']);
    const url = `/api/programmes/rule-tables/${table}`;
    const found = await operator.get<Table>(url);
    if (!found) return;
    const body = { basedOn: found.version, reason: 'nuova norma', changes: table === 'de-minimis-rule' ? ceilingChanges(territory, found) : rateChanges(territory, found) };
    await Promise.all([operator.post(`${url}/versions`, body), ...(randomness.chance(0.3) ? [operator.post(`${url}/versions`, body)] : [])]);
  },
};

export const rulesActs: readonly Act[] = [editRules];
