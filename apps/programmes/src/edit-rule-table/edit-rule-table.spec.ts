import { ruleTableEdited, ruleTableTaken, type AidRuleRow, type InterestRateRow, type RuleRow, type RuleTableName } from '@salvatempo/contracts';
import { addDays, derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import fc from 'fast-check';
import { faultOf, hasGap, keyOf, type AskedChange } from '../domain/rule-rows';
import { MAX_KEPT_CHANGES, ruleTable, ruleTableIdOf } from '../domain/rule-table';
import { aidRuleFile, interestFile, ruleFiles } from '../rule-files/rule-files.table';
import { editRuleTableSlice } from './edit-rule-table.decider';

const aTable = { ...ruleTable, slices: [editRuleTableSlice] };
const by = derivedId('per', 'operator');
const TODAY = '2026-11-26';
const here = { id: ruleTableIdOf('de-minimis-rule'), at: '2026-11-26T10:00:00.000Z' };
const aidRow = (validFrom: string, validTo: string | null, ceilingCents: number, change: Partial<AidRuleRow> = {}): AidRuleRow => ({
  regime: 'de-minimis-2831', ceilingCents, window: 'rolling-years', years: 3, countsWith: ['de-minimis-1407', 'de-minimis-2831'], validFrom, validTo, norm: 'una norma', confidence: 'primary', ...change,
});
const rate = (validFrom: string, validTo: string | null, basisPoints: number): InterestRateRow => ({ basisPoints, validFrom, validTo, norm: 'un decreto', confidence: 'primary' });
const close = (validFrom: string, validTo: string, key: ReturnType<typeof keyOf> = 'de-minimis-2831'): AskedChange => ({ change: 'close', key, validFrom, validTo });
const add = (row: RuleRow): AskedChange => ({ change: 'add', row });
const correct = (row: RuleRow): AskedChange => ({ change: 'correct', row });
const edit = (changes: readonly AskedChange[], { table = 'de-minimis-rule', basedOn = '2026-11', reason = 'nuovo massimale' }: { table?: RuleTableName; basedOn?: string; reason?: string } = {}) => ({
  type: 'edit-rule-table',
  data: { table, file: ruleFiles[table], basedOn, changes, reason, by },
});

const [general1407, general2831, sieg] = aidRuleFile.rows as [AidRuleRow, AidRuleRow, AidRuleRow];
const closed = { ...general2831, validTo: '2026-11-25' };
const raised = aidRow(TODAY, '2030-12-31', 40_000_000);
const raise = [close('2024-01-01', '2026-11-25'), add(raised)];
const taken = ruleTableTaken.of({ table: 'de-minimis-rule', version: '2026-11', rows: [...aidRuleFile.rows] });
const edited = ruleTableEdited.of({
  table: 'de-minimis-rule', version: '2026-11.1', basedOn: '2026-11', by, editedAt: here.at,
  changes: [{ change: 'close', row: closed }, { change: 'add', row: raised }], rows: [general1407, closed, raised, sieg],
});
const refused = (changes: readonly AskedChange[], code: string, more: Parameters<typeof edit>[1] = {}) => given(aTable).when(edit(changes, more), here).then({ code });

describe('a dated table that an operator edits', () => {
  it('is the file’s until then; the first edit takes that over and is its first version', () => {
    given(aTable).when(edit(raise), here).then({ events: [taken, edited], personal: { reasons: ['nuovo massimale'] } });
  });

  it('goes on from its own rows, whatever the file says', () => {
    const again = correct({ ...raised, ceilingCents: 35_000_000 });
    given(aTable, [taken, edited]).when(edit([again], { basedOn: '2026-11.1' }), here).thenState({ version: '2026-11.2', fileVersion: '2026-11', rows: [general1407, closed, { ...raised, ceilingCents: 35_000_000 }, sieg] });
  });

  it('refuses an edit that was made from another version than the last', () => {
    given(aTable, [taken, edited]).when(edit(raise), here).then({ code: 'rule-table-changed', params: { version: '2026-11.1' } });
    given(aTable).when(edit(raise, { basedOn: '2026-11.1' }), here).then({ code: 'rule-table-changed', params: { version: '2026-11' } });
  });

  it('has each change done or none: a row that isn’t there, two on one day, or none on one', () => {
    refused([close('2024-01-02', '2026-11-25')], 'rule-row-unknown');
    refused([correct(aidRow('2024-01-02', null, 1))], 'rule-row-unknown');
    refused([add(raised)], 'rule-rows-overlap');
    refused([close('2024-01-01', '2023-12-31'), add(raised)], 'rule-rows-overlap');
    refused([close('2024-01-01', '2026-11-25'), add(aidRow('2026-11-27', '2030-12-31', 1))], 'rule-rows-gap');
    refused([add(aidRow('2031-01-02', null, 1))], 'rule-rows-gap');
    refused([close('2024-01-01', '2026-11-25'), add({ ...raised, countsWith: ['de-minimis-1407'] })], 'rule-row-invalid');
    refused([correct(general2831)], 'rule-unchanged');
  });

  it('never leaves a day without a rule that had one', () => {
    refused([close('2024-01-01', '2026-12-31')], 'rule-days-lost');
    refused([correct({ ...general2831, validTo: '2030-12-30' })], 'rule-days-lost');
    refused([close('2027-01-01', '2099-12-31', 'recovery')], 'rule-days-lost', { table: 'recovery-interest' });
    given(aTable).when(edit([correct({ ...general2831, validTo: '2031-12-31' })]), here).thenState({ version: '2026-11.1' });
    given(aTable).when(edit([add(aidRow('2031-01-01', null, 1))]), here).thenState({ version: '2026-11.1' });
  });

  it('says for each day before today what it said, since grants of that day were decided by it; today may be another', () => {
    refused([close('2024-01-01', '2026-11-24'), add(aidRow('2026-11-25', '2030-12-31', 40_000_000))], 'rule-past-fixed');
    refused([correct({ ...general2831, ceilingCents: 1 })], 'rule-past-fixed');
    refused([correct({ ...general1407, years: 2 })], 'rule-past-fixed');
    refused([add(aidRow('2020-01-01', '2023-12-31', 1))], 'rule-past-fixed');
    // The day is Rome's: half past midnight there is still yesterday in UTC.
    given(aTable).when(edit(raise), { ...here, at: '2026-11-25T23:30:00.000Z' }).thenState({ version: '2026-11.1' });
    given(aTable).when(edit(raise), { ...here, at: '2026-11-26T23:30:00.000Z' }).then({ code: 'rule-past-fixed' });
  });

  it('has a norm or how sure it is corrected for the past too, and a past rate: a revocation to come reckons with it', () => {
    given(aTable).when(edit([correct({ ...sieg, confidence: 'primary', norm: 'Reg. (UE) 2023/2832 art. 3' })]), here).thenState({ version: '2026-11.1' });
    given(aTable).when(edit([correct(rate('2021-01-01', '2021-12-31', 2))], { table: 'recovery-interest' }), here).thenState({ version: '2026-11.1' });
    given(aTable).when(edit([add(rate('2017-01-01', '2017-12-31', 10))], { table: 'recovery-interest' }), here).thenState({ version: '2026-11.1' });
  });

  it('keeps a limited number of changes', () => {
    const ten = Array.from({ length: 10 }, () => ({ change: 'correct' as const, row: sieg }));
    const many = Array.from({ length: MAX_KEPT_CHANGES / 10 }, (_, n) => ruleTableEdited.of({ ...edited.data, changes: ten, basedOn: n === 0 ? '2026-11' : `2026-11.${n}`, version: `2026-11.${n + 1}` }));
    given(aTable, [taken, ...many]).when(edit(raise, { basedOn: '2026-11.30' }), here).then({ code: 'rule-table-full' });
  });

  it('has, whatever is done to it, one row for each day that had one, and the past as it was', () => {
    const past = Array.from({ length: 801 }, (_, n) => addDays(TODAY, n - 801));
    const days = fc.integer({ min: -800, max: 1_490 }).map((n) => addDays(TODAY, n));
    const ceilings = fc.constantFrom(30_000_000, 40_000_000);
    const changes = fc.array(fc.tuple(days, ceilings), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (turns) => {
        const sorted = [...new Map(turns).entries()].sort(([one], [other]) => (one < other ? -1 : 1));
        const rows = sorted.map(([from, ceiling], n) => aidRow(from, n + 1 < sorted.length ? addDays(sorted[n + 1]![0], -1) : '2030-12-31', ceiling));
        const before = [...aidRuleFile.rows];
        const after = [general1407, { ...general2831, validTo: addDays(sorted[0]![0], -1) }, ...rows, sieg];
        const ceilingOn = (day: string, table: readonly AidRuleRow[]) => table.filter((row) => row.regime === 'de-minimis-2831' && row.validFrom <= day && (row.validTo ?? '9999') >= day).map(({ ceilingCents }) => ceilingCents);
        const rewritten = past.some((day) => String(ceilingOn(day, before)) !== String(ceilingOn(day, after)));
        expect(hasGap(after)).toBe(false);
        expect(faultOf('de-minimis-rule', before, after, TODAY)).toBe(rewritten ? 'rule-past-fixed' : undefined);
      }),
    );
  });
});

it('the files themselves can be edited: no gap, no overlap, each rate of interest with its day', () => {
  expect([hasGap(aidRuleFile.rows), hasGap(interestFile.rows)]).toEqual([false, false]);
  expect(interestFile.rows.at(-1)).toMatchObject({ validTo: null });
});
