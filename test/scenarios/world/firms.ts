import { invent } from '../../../scripts/tour/invented';
import type { Answer, Caller } from './caller';
import { PASSWORD, until } from './territory';

export interface SmallFirm {
  readonly owner: Caller;
  readonly firmId: string;
}

export interface Declared {
  readonly employeesCount?: number;
  readonly occupatiCount?: number;
  readonly sector?: string;
  readonly municipality?: string;
}

/** A firm from its partita IVA on, with its owner signed in. */
export async function signUpFirm(anybody: Caller, seed: number, declared: Declared = {}): Promise<SmallFirm> {
  const { firmName, firmVat, owner: username } = invent(seed);
  const owner = await anybody.as(undefined).signUp(username, PASSWORD);
  const { firmId } = await owner.made('/api/companies/firms', {
    name: firmName, vatNumber: firmVat, employeesCount: 2, occupatiCount: 3, sector: '14.13', municipality: 'E648', declarationAccepted: true, ...declared,
  });
  await until(owner, '/api/identity/sessions/current', ({ roles }) => roles.some(({ role }: { role: string }) => role === 'firm-admin'));
  return { owner, firmId: String(firmId) };
}

/** Opens a call for firms of up to three, 1,000 euros each unless `changes` says otherwise. */
export async function openCallWith(operator: Caller, changes: object = {}): Promise<string> {
  const { callId } = await operator.made('/api/programmes/calls', {
    title: 'Tempo ritrovato', incentiveBasisPoints: 7_000, firmCapCents: 100_000, personCapCents: 50_000, budgetCents: 5_000_000,
    maxHeadcount: 3, headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'],
    opensAt: new Date(Date.now() - 60_000).toISOString(), closesAt: new Date(Date.now() + 30 * 86_400_000).toISOString(), ...changes,
  });
  return String(callId);
}

/** Applies to a call with what the firm declares, and says what came of it as soon as that is decided. */
export const applyFor = ({ owner, firmId }: SmallFirm, callId: string, declared: object = {}): Promise<Answer['body']> => owner.made(`/api/programmes/calls/${callId}/applications`, { firmId, ...declared });
