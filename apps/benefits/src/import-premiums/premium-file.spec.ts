import { readCsvLines } from '@salvatempo/http';
import { PremiumRules } from '../premium-rules/premium-rules.table';
import { readPremiumLines } from './premium-file.reader';

const rule = new PremiumRules().of('increments', '2026-03-01', 2026)!;
const HEADER = 'codice_fiscale,premio,reddito_anno_prima,rinuncia_imposta';
const [MARTA, PIERO, OTHER] = ['VLLMRT88D52E648U', 'ZNBPRI79S09F205T', 'RSSMRA85T10A562S'];
const read = (text: string, contractEligible = true) => {
  const lines = readCsvLines(text);
  return lines.ok ? readPremiumLines(lines.value, { personIdOf: (code) => `per:${code}`, isKnown: (id) => id !== `per:${OTHER}`, contractEligible, rule }) : lines;
};
const errorsOf = (text: string): string[] => {
  const result = read(text);
  return result.ok ? ['accepted'] : result.error.map(({ line, column, field, code }) => `${line}:${column} ${field} ${code}`);
};

describe('a file of premiums', () => {
  it('gives each person’s premium and whether it is favoured, and nothing of what they earned', () => {
    const result = read(`${HEADER}\n${MARTA},6000,"80000,01",\n${PIERO},"1.500,5".replace,0,`.replace('"1.500,5".replace', '1500.5'));
    expect(result).toEqual({ ok: true, value: [{ line: 2, personId: `per:${MARTA}`, amountCents: 600_000, why: 'income' }, { line: 3, personId: `per:${PIERO}`, amountCents: 150_050 }] });
    expect(read(`${HEADER}\n${MARTA},6000,"80000,00",sì`)).toMatchObject({ value: [{ why: 'waived' }] });
    expect(read(`codice_fiscale;premio;reddito_anno_prima\n${MARTA};1000;1`, false)).toMatchObject({ value: [{ why: 'contract' }] });
    expect(JSON.stringify(result)).not.toContain('8000001');
  });

  it('is refused whole, with each error by line and column, and without what was written', () => {
    expect(errorsOf(`${HEADER}\n${MARTA},0,1,\n${PIERO},mille,,forse\n${OTHER},1,1,no\n${MARTA},1,1,`)).toEqual([
      '2:2 premio amount-range', '3:2 premio amount-format', '3:3 reddito_anno_prima amount-format', '3:4 rinuncia_imposta yes-no', '4:1 codice_fiscale person-not-in-firm',
    ]);
    expect(errorsOf(`${HEADER}\n${MARTA},1,1,\n${MARTA},1,1,`)).toEqual(['3:1 codice_fiscale person-twice']);
    expect(errorsOf(`${HEADER}\nVLLMRT88D52E648X,1,1,`)).toEqual(['2:1 codice_fiscale fiscal-code-check']);
    expect(errorsOf(`codice_fiscale,premio\n${MARTA},1`)).toEqual(['1:1 reddito_anno_prima column-missing']);
  });
});
