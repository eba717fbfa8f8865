import { firmChanged, firmRegistered, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { firms, type FirmRow } from './firms.projection';

const firmId = derivedId('com', 'spec');
const facts = { firmId, employeesCount: 2, occupatiCount: 3, sector: '14.13', municipality: 'E648' };
const after = (row: FirmRow | undefined, type: string, time: string, data: object): FirmRow | undefined => firms.on[type]!(row, { type, time, data } as Envelope);

it('a firm is judged by what it declared last', () => {
  const registered = after(undefined, firmRegistered.type, '2026-09-01T08:00:00.000Z', facts);
  const changed = after(registered, firmChanged.type, '2026-10-01T08:00:00.000Z', { ...facts, employeesCount: 5, changed: ['employeesCount'] });
  expect([registered, changed]).toEqual([
    { ...facts, declaredAt: '2026-09-01T08:00:00.000Z' },
    { ...facts, employeesCount: 5, declaredAt: '2026-10-01T08:00:00.000Z' },
  ]);
});
