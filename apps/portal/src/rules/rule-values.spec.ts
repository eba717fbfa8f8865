/// <reference types="jest" />
import type { RuleRow } from '../api/views';
import { changesOf, isValueOf, newRows, rateOf, rowKey, type RuleValues } from './rule-values';

const ceiling: RuleRow = { regime: 'de-minimis-2831', ceilingCents: 30_000_000, window: 'rolling-years', years: 3, countsWith: ['de-minimis-2831'], validFrom: '2024-01-01', validTo: '2030-12-31', norm: 'una norma', confidence: 'primary' };
const rate: RuleRow = { basisPoints: 160, validFrom: '2027-01-01', norm: 'un decreto', confidence: 'unsure' };
const typed: RuleValues = { row: rowKey(ceiling), how: 'from-day', value: '350.000,00', from: '2026-12-01', to: '2030-12-31', norm: ' Reg. ', confidence: 'secondary', reason: 'perché' };
const raised = { ...ceiling, ceilingCents: 35_000_000, norm: 'Reg.', confidence: 'secondary' };

describe('an edit as it is typed', () => {
  it('ends the row the day before and adds another, with what can’t be typed as the row had it', () =>
    expect(changesOf(ceiling, typed)).toEqual([
      { change: 'close', regime: 'de-minimis-2831', validFrom: '2024-01-01', validTo: '2026-11-30' },
      { change: 'add', ...raised, validFrom: '2026-12-01' },
    ]));

  it('corrects the row in its place, also where the day is its own first one', () => {
    expect(changesOf(ceiling, { ...typed, how: 'in-place' })).toEqual([{ change: 'correct', ...raised }]);
    expect(changesOf(rate, { ...typed, from: '2027-01-01', to: '', value: '2' })).toEqual([{ change: 'correct', basisPoints: 200, validFrom: '2027-01-01', norm: 'Reg.', confidence: 'secondary' }]);
  });

  it('goes on behind a row that has its end already', () =>
    expect(changesOf(ceiling, { ...typed, from: '2031-01-01', to: '' })).toEqual([{ change: 'add', ...raised, validFrom: '2031-01-01', validTo: undefined }]));

  it('takes a ceiling above zero and a rate up to a hundred percent', () => {
    expect(['0', '0,01', '1.000', 'tre'].map((value) => isValueOf(ceiling, value))).toEqual([false, true, true, false]);
    expect(['0', '1,6', '0.05', '100', '100,01', '-1', '1,234', ''].map(rateOf)).toEqual([0, 160, 5, 10_000, undefined, undefined, undefined, undefined]);
    expect(isValueOf(rate, '1,6')).toBe(true);
  });

  it('shows what another table has that this hasn’t', () => expect(newRows([ceiling, rate], [ceiling])).toEqual([rate]));
});
