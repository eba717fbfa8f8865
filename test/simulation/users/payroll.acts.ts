import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import type { Act } from './act';

/** An owner does the payroll of a small firm, and says so more than once. */
const appointPayroll: Act = {
  name: 'appoint-payroll',
  weight: 0.2,
  async run({ firms, randomness }) {
    const known = firms.filter(({ firmId }) => firmId !== undefined);
    if (known.length === 0) return;
    const { owner, firmId } = randomness.chance(0.7) ? known[0]! : randomness.pick(known);
    const ownId = (await owner.get<{ personId: string }>('/api/identity/sessions/current'))?.personId;
    if (ownId === undefined) return;
    await owner.post('/api/benefits/payroll-staff', { firmId, personId: ownId });
    await owner.get(`/api/benefits/payroll-staff?firmId=${firmId}`);
  },
};

/** Payroll closes this month, or one before it, whether or not it is closed. */
const closeMonth: Act = {
  name: 'close-payroll-month',
  weight: 0.25,
  async run({ firms, randomness, desk }) {
    const known = firms.filter(({ firmId }) => firmId !== undefined);
    if (known.length === 0) return;
    const { owner, firmId } = randomness.chance(0.7) ? known[0]! : randomness.pick(known);
    const month = romeDate(addMs(desk.world.now, randomness.pick([0, -40, -80]) * DAY_MS)).slice(0, 'YYYY-MM'.length);
    await owner.post('/api/benefits/payroll-closings', { firmId, month });
    await owner.get(`/api/benefits/payroll-closings?firmId=${firmId}`);
  },
};

export const payrollActs: readonly Act[] = [appointPayroll, closeMonth];
