import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvLines } from '@salvatempo/http';
import type { LoadedClosing } from '../close-payroll-month/payroll-facts.handler';
import type { PayrollLine } from '../domain/payroll';
import { LINE_WIDTH, RECORD, records, type PayrollColumn } from './payroll-file.layout';
import { payrollFile } from './payroll-file.format';
import { monthRecords } from './payroll-month.records';
import { yearRecords } from './payroll-year.records';

const [ANNA, BRUNO] = ['RVDDLA80A41E648X', 'VLLMRT88D52E648U'];
const line = (more: Partial<PayrollLine> = {}): PayrollLine => ({ personId: 'per_a', month: '2026-11', taxYear: 2026, item: 'reimbursement', letter: 'f-ter', claimId: 'clm_1', amountCents: 5_000, ...more });
const lines = [
  line(),
  line({ claimId: 'clm_2', amountCents: 250 }),
  line({ letter: 'f-bis', claimId: 'clm_3', amountCents: 10_000 }),
  line({ personId: 'per_b', item: 'in-kind', letter: 'c.3', amountCents: 4_000 }),
  line({ month: '2026-10', claimId: 'clm_4', amountCents: -120 }),
];
const fiscalCodes = [{ personId: 'per_b', fiscalCode: BRUNO }, { personId: 'per_a', fiscalCode: ANNA }];
const sums = { people: 2, reimbursedCents: 15_250, inKindCents: 4_000, corrections: 1, correctedCents: -120 };
const closing: LoadedClosing = {
  state: { closingId: 'pcl_x', firmId: 'fir_x', number: 3, month: '2026-11', closedAt: '2026-11-25T10:00:00.000Z', ...sums },
  closed: { vatNumber: '00743110157', fiscalCodes, lines },
};
const text = (...[part, withLetters]: [Parameters<typeof monthRecords>[1], boolean]): string => payrollFile(monthRecords(closing, part, withLetters), 'fixed').toString();
const trimmed = (file: string): string[] => file.split('\r\n').filter(Boolean).map((one) => one.trimEnd());

describe('the file of a month', () => {
  it('has a line for each person, item and letter, totals by letter and tax year, and an end that adds up', () => {
    expect(trimmed(text('month', true))).toEqual([
      '0SVTPAGHE01M00743110157202611000003',
      `1${ANNA}2026112026Rf-bis     +0000000010000`,
      `1${ANNA}2026112026Rf-ter     +0000000005250`,
      `1${BRUNO}2026112026Nc.3       +0000000004000`,
      '22026Nc.3       +00000000040000000001',
      '22026Rf-bis     +00000000100000000001',
      '22026Rf-ter     +00000000052500000001',
      '90000003+0000000019250',
    ]);
  });

  it('without letters has one amount for each person, and no total by letter', () => {
    expect(trimmed(text('month', false))).toEqual([
      '0SVTPAGHE01M00743110157202611000003',
      `1${ANNA}2026112026R          +0000000015250`,
      `1${BRUNO}2026112026N          +0000000004000`,
      '22026N          +00000000040000000001',
      '22026R          +00000000152500000001',
      '90000002+0000000019250',
    ]);
    for (const format of ['csv', 'fixed'] as const)
      for (const part of ['month', 'corrections'] as const) expect(payrollFile(monthRecords(closing, part, false), format).toString()).not.toMatch(/f-bis|f-ter|c\.3/);
  });

  it('leaves corrections to a file of their own, with the month that they are of', () => {
    expect(trimmed(text('corrections', true))).toEqual(['0SVTPAGHE01R00743110157202611000003', `1${ANNA}2026102026Rf-ter     -0000000000120`, '22026Rf-ter     -00000000001200000001', '90000001-0000000000120']);
  });

  it('as CSV tells the same, in euros', () => {
    const csv = readCsvLines(payrollFile(monthRecords(closing, 'month', true), 'csv').toString());
    const rows = csv.ok ? csv.value.map(({ cells }) => cells) : [];
    expect(rows[0]).toEqual(['tipo_record', 'tracciato', 'versione', 'contenuto', 'partita_iva', 'periodo', 'chiusura', 'codice_fiscale', 'mese', 'anno_imposta', 'voce', 'lettera', 'importo', 'righe']);
    expect(rows[2]).toEqual(['1', '', '', '', '', '', '', ANNA, '202611', '2026', 'R', 'f-bis', '100,00', '']);
    expect(rows.at(-1)!.slice(-2)).toEqual(['192,50', '3']);
    expect(payrollFile(monthRecords(closing, 'corrections', true), 'csv').toString()).toContain(';-1,20;');
  });

  it('of a month with nothing in it has a head and an end', () => {
    const empty = { ...closing, closed: { ...closing.closed, lines: [] } };
    expect(monthRecords(empty, 'month', true).map(({ kind }) => kind)).toEqual(['0', '9']);
  });

  it('comes from the same closing as the same bytes, in whatever order its lines are kept', () => {
    const other = { ...closing, closed: { ...closing.closed, lines: [...lines].reverse(), fiscalCodes: [...fiscalCodes].reverse() } };
    for (const format of ['csv', 'fixed'] as const) expect(payrollFile(monthRecords(other, 'month', true), format)).toEqual(payrollFile(monthRecords(closing, 'month', true), format));
  });

  it('isn’t made where something doesn’t fit', () => {
    expect(() => payrollFile([{ kind: '1', cells: { codice_fiscale: `${ANNA}Z`, importo: 1 } }], 'fixed')).toThrow('codice_fiscale');
    expect(() => payrollFile([{ kind: '9', cells: { importo: 10 ** 14 } }], 'fixed')).toThrow('importo');
  });
});

describe('the annual file', () => {
  it('has the letters, what the threshold came to, and expenses for the certificazione unica', () => {
    const settled = [{ personId: 'per_b', ownCents: 4_000, externalCents: 97_000, thresholdCents: 100_000, taxableCents: 4_000 }];
    const expense = { personId: 'per_a', expenseYear: 2026, cuCode: '33', amountCents: 4_000 };
    const year = { taxYear: 2026, vatNumber: '00743110157', number: 4, fiscalCodes, lines, settled, expenses: [expense, { ...expense, amountCents: 6_000 }, { ...expense, relativeFiscalCode: BRUNO }] };
    expect(trimmed(payrollFile(yearRecords(year), 'fixed').toString())).toEqual([
      '0SVTPAGHE01A00743110157202600000004',
      `1${ANNA}2026002026Rf-bis     +0000000010000`,
      `1${ANNA}2026002026Rf-ter     +0000000005130`,
      `1${BRUNO}2026002026Nc.3       +0000000004000`,
      '22026Nc.3       +00000000040000000001',
      '22026Rf-bis     +00000000100000000001',
      '22026Rf-ter     +00000000051300000001',
      `3${BRUNO}2026+0000000004000+0000000097000+0000000100000+0000000004000`,
      `4${ANNA}2026202633+0000000010000${' '.repeat(16)}1`,
      `4${ANNA}2026202633+0000000004000${BRUNO}0`,
      '90000003+0000000019130',
    ]);
  });
});

describe('the fixed layout', () => {
  const doc = readFileSync(join(process.cwd(), 'docs/payroll-files.md'), 'utf8');
  const rowsOf = (columns: readonly PayrollColumn[]): string[] => {
    let at = 1;
    return columns.map(({ name, width, kind }) => {
      const row = `| ${at}-${at + width - 1} | ${width} | \`${name}\` | ${kind} |`;
      at += width;
      return row;
    });
  };

  it.each(Object.entries(records))('of record %s stands in its documentation, column by column', (kind, columns) => {
    const section = doc.split(`### Record ${kind}`)[1]!.split('\n###')[0]!;
    expect([...section.matchAll(/^\| \d+-\d+ \| \d+ \| `\w+` \| \w+ \|/gm)].map(([row]) => row)).toEqual(rowsOf([RECORD, ...columns]));
  });

  it('has lines of one width', () => {
    expect(new Set(text('month', true).split('\r\n').filter(Boolean).map((one) => one.length))).toEqual(new Set([LINE_WIDTH]));
  });
});
