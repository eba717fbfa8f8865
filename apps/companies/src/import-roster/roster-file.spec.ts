import { MAX_CSV_ROWS, readCsvLines } from '@salvatempo/http';
import { readRosterLines } from './roster-file.reader';

const read = (text: string, month = '2026-12') => {
  const lines = readCsvLines(text);
  return lines.ok ? readRosterLines(lines.value, month) : lines;
};
const errorsOf = (text: string, month?: string): string[] => {
  const result = read(text, month);
  return result.ok ? ['accepted'] : result.error.map(({ line, column, field, code }) => `${line}:${column} ${field} ${code}`);
};
const HEADER = 'codice_fiscale,data,inizio,fine';
const MARTA = 'VLLMRT88D52E648U';

describe('a file of shifts', () => {
  it('is read with columns in any order, dates and times as people write them', () => {
    expect(read(`Sede;fine;inizio;data;codice_fiscale\r\nNegozio;16.30;8:00;1/12/2026;vllmrt88d52e648u\r\n;24:00;22:00;2026-12-31;${MARTA}`)).toMatchObject({
      value: {
        lines: [
          { line: 2, fiscalCode: MARTA, date: '2026-12-01', start: '08:00', end: '16:30', siteName: 'Negozio' },
          { line: 3, date: '2026-12-31', start: '22:00', end: '00:00', siteName: '' },
        ],
      },
    });
  });

  it.each([
    ['a wrong check letter', `${HEADER}\nVLLMRT88D52E648X,2026-12-01,08:00,16:00`, ['2:1 codice_fiscale fiscal-code-check']],
    ['several at once', `${HEADER}\n${MARTA},30/02/2026,25:00,8`, ['2:2 data date-format', '2:3 inizio time-format', '2:4 fine time-format']],
    ['no day', `${HEADER}\n${MARTA},,08:00,16:00`, ['2:2 data date-format']],
    ['a shift that begins at 24:30', `${HEADER}\n${MARTA},2026-12-01,24:30,16:00`, ['2:3 inizio time-format']],
    ['a day of another month', `${HEADER}\n${MARTA},2026-12-01,08:00,16:00\n${MARTA},2027-01-01,08:00,16:00`, ['3:2 data another-month']],
    ['a whole day', `${HEADER}\n${MARTA},2026-12-01,08:00,08:00`, ['2:4 fine shift-without-end']],
    ['a column of reasons, which nobody may keep', `${HEADER},motivo\n${MARTA},2026-12-01,08:00,16:00,malattia`, ['1:5  column-unknown']],
    ['a name without end', `${HEADER},sede\n${MARTA},2026-12-01,08:00,16:00,${'x'.repeat(61)}`, ['2:5 sede site-unknown']],
    ['a column less', `codice_fiscale,data,inizio\n${MARTA},2026-12-01,08:00`, ['1:1 fine column-missing']],
    ['a header alone', HEADER, ['1:1  no-rows']],
  ])('is refused for %s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('is refused for a shift within the hour that spring leaves out', () => {
    expect(errorsOf(`${HEADER}\n${MARTA},2027-03-28,02:10,02:50`, '2027-03')).toEqual(['2:4 fine shift-in-missing-hour']);
    expect(errorsOf(`${HEADER}\n${MARTA},2027-03-28,02:10,03:10`, '2027-03')).toEqual(['accepted']);
  });

  it('has a limit of lines, and never repeats what was written', () => {
    expect(errorsOf([HEADER, ...Array<string>(MAX_CSV_ROWS + 1).fill(`${MARTA},2026-12-01,08:00,16:00`)].join('\n'))).toEqual(['1:1  too-many-rows']);
    const refused = read([HEADER, ...Array<string>(500).fill('VLLMRT88D52E648X,malattia,08:00,16:00')].join('\n'));
    expect(refused.ok || refused.error.length).toBe(100);
    expect(JSON.stringify(refused)).not.toMatch(/VLLMRT|malattia/);
  });
});
