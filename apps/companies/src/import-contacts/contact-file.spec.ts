import { readCsvLines } from '@salvatempo/http';
import { municipalityOf } from '../register-firm/municipalities.table';
import { readContactLines } from './contact-file.reader';

const ASSOCIATION = '00743110157';
const FIRM = '12345670017';
const context = { municipalityOf, associationOf: async (vatNumber: string) => (vatNumber === ASSOCIATION ? 'itm_a' : undefined) };

async function read(text: string): Promise<unknown> {
  const lines = readCsvLines(text);
  if (!lines.ok) return lines.error;
  const found = await readContactLines(lines.value, context);
  return found.ok ? found.value : found.error.map(({ line, column, field, code }) => `${line}:${column} ${field} ${code}`);
}

describe('a file of firms to contact', () => {
  it('is read with its Comune by name or code, and with who found each firm', async () => {
    expect(await read(`partita_iva,nome,comune,segnalato_da\nIT ${FIRM},Bar Sport,Codogno,\n02813120967,Forno,E648,${ASSOCIATION}\n00488410010,Officina,lodi,C816\n`)).toEqual([
      { vatNumber: FIRM, name: 'Bar Sport', municipality: 'C816', finder: 'C816' },
      { vatNumber: '02813120967', name: 'Forno', municipality: 'E648', finder: 'itm_a' },
      { vatNumber: '00488410010', name: 'Officina', municipality: 'E648', finder: 'C816' },
    ]);
    expect(await read(`nome;comune;partita_iva\nBar Sport;Lodi;${FIRM}\n`)).toEqual([{ vatNumber: FIRM, name: 'Bar Sport', municipality: 'E648', finder: 'E648' }]);
  });

  it('is refused whole, with every error by line and column', async () => {
    expect(await read(`partita_iva,nome,comune,segnalato_da\n${FIRM},Bar Sport,Lodi,\n${FIRM},,Atlantide,02813120967\n123,Forno,Z404,Nessuno\n`)).toEqual([
      '3:1 partita_iva vat-number-twice', '3:2 nome name-format', '3:3 comune municipality-unknown', '3:4 segnalato_da finder-unknown',
      '4:1 partita_iva vat-number', '4:3 comune municipality-unknown', '4:4 segnalato_da finder-unknown',
    ]);
    expect(await read('partita_iva,nome\n')).toEqual(['1:1 comune column-missing']);
  });
});
