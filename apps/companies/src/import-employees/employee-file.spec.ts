import { plainFiscalCode } from '@salvatempo/kernel';
import { MAX_CSV_ROWS, readCsvLines } from '@salvatempo/http';
import { readEmployeeLines } from './employee-file.reader';

const read = (text: string) => {
  const lines = readCsvLines(text);
  return lines.ok ? readEmployeeLines(lines.value, { personIdOf: (code) => `per:${plainFiscalCode(code)}`, today: '2026-11-26' }) : lines;
};
const errorsOf = (text: string): string[] => {
  const result = read(text);
  return result.ok ? ['accepted'] : result.error.map(({ line, column, field, code }) => `${line}:${column} ${field} ${code}`);
};
const HEADER = 'codice_fiscale,nome,cognome';
const MARTA = 'VLLMRT88D52E648U,Marta,Vallini';
const PIERO = 'ZNBPRI79S09F205T,Piero,Zanaboni';

describe('a file of employees', () => {
  it('is read with commas', () => {
    expect(read(`${HEADER}\n${MARTA}\n`)).toEqual({ ok: true, value: { order: HEADER.split(','), people: [{ line: 2, personId: 'per:VLLMRT88D52E648U', fiscalCode: 'VLLMRT88D52E648U', name: 'Marta', surname: 'Vallini' }] } });
  });

  it('is read with semicolons, a BOM, quotes, other line ends, columns in another order and a date', () => {
    const text = '\uFEFFCognome;nome;data_assunzione;codice_fiscale\r\n"D’Amico; detto Ro";"Nicolò";01/03/2024;rssmra85t10a562s\r\n\r\n;;;\r\n"Vallini";Marta;;VLLMRT88D52E648U';
    expect(errorsOf(text)).toEqual(['2:1 cognome name-format']);
    expect(read(text.replace('; detto Ro', ''))).toMatchObject({
      value: {
        people: [
          { fiscalCode: 'RSSMRA85T10A562S', name: 'Nicolò', surname: 'D’Amico', hiredOn: '2024-03-01' },
          { fiscalCode: 'VLLMRT88D52E648U', surname: 'Vallini' },
        ],
      },
    });
  });

  it('takes objective groups, one of each kind', () => {
    expect(read(`${HEADER},categoria\n${MARTA},Turno-notturno | operai\n${PIERO},`)).toMatchObject({ value: { people: [{ categories: ['operai', 'turno-notturno'] }, { fiscalCode: 'ZNBPRI79S09F205T' }] } });
  });

  it('takes omocodia, and knows the same person again by it', () => {
    expect(read(`${HEADER}\nRSSMRA85T10A56NH,Mario,Rossi`)).toMatchObject({ ok: true, value: { people: [{ personId: 'per:RSSMRA85T10A562S', fiscalCode: 'RSSMRA85T10A56NH' }] } });
    expect(errorsOf(`${HEADER}\nRSSMRA85T10A562S,Mario,Rossi\n${MARTA}\nRSSMRA85T10A56NH,Mario,Rossi`)).toEqual(['4:1 codice_fiscale person-twice']);
  });

  it.each([
    ['a wrong check letter', `${HEADER}\n${MARTA}\nZNBPRI79S09F205X,Piero,Zanaboni`, ['3:1 codice_fiscale fiscal-code-check']],
    ['something else', `${HEADER}\nNONVALIDO,Piero,Zanaboni`, ['2:1 codice_fiscale fiscal-code-format']],
    ['several at once', `${HEADER}\nNONVALIDO,,=cmd()\n${MARTA}`, ['2:1 codice_fiscale fiscal-code-format', '2:2 nome name-format', '2:3 cognome name-format']],
    ['a column too many', `${HEADER}\n${MARTA},9\n${PIERO}`, ['2:4  column-count']],
    ['a date that is none', `${HEADER},data_assunzione\n${MARTA},30/02/2024`, ['2:4 data_assunzione date-format']],
    ['a group that is nobody’s list', `${HEADER},categoria\n${MARTA},mamme`, ['2:4 categoria category-unknown']],
    ['managers as a group, which the tax office refused', `${HEADER},categoria\n${MARTA},dirigenti`, ['2:4 categoria category-unknown']],
    ['two groups of a kind', `${HEADER},categoria\n${MARTA},operai impiegati`, ['2:4 categoria category-twice']],
    ['a column twice', `${HEADER},nome\n${MARTA},Marta`, ['1:4 nome column-twice']],
    ['a column that nobody knows', `${HEADER},iban\n${MARTA},x`, ['1:4  column-unknown']],
    ['a column less', `codice_fiscale,nome\nVLLMRT88D52E648U,Marta`, ['1:1 cognome column-missing']],
    ['a header alone', HEADER, ['1:1  no-rows']],
    ['open quotes', `${HEADER}\n"VLLMRT88D52E648U,Marta,Vallini`, ['2:1  csv-quotes']],
    ['a line break inside quotes', `${HEADER}\n"Z\nZ",Piero,Zanaboni\nNONVALIDO,A,B`, ['2:1 codice_fiscale fiscal-code-format', '4:1 codice_fiscale fiscal-code-format']],
  ])('is refused for %s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('is refused empty, and above its limit of lines', () => {
    expect(errorsOf('')[0]).toContain('column-missing');
    expect(errorsOf([HEADER, ...Array<string>(MAX_CSV_ROWS + 1).fill(MARTA)].join('\n'))).toEqual(['1:1  too-many-rows']);
  });

  it('tells a hundred errors at most, and none of them repeats what was written', () => {
    const refused = read([HEADER, ...Array<string>(500).fill('RSSMRA85T10A562X,Mario,R0ssi')].join('\n'));
    expect(refused.ok || refused.error.length).toBe(100);
    expect(JSON.stringify(refused)).not.toMatch(/RSSMRA|R0ssi/);
  });
});
