import { type Act } from './act';
import { type Employee, type Firm } from './territory';

interface Codes {
  readonly items: readonly { readonly personId: string; readonly code?: string }[];
}

interface Staff {
  readonly items: readonly { readonly personId: string; readonly fiscalCode: string }[];
}

/** The owner hands out the sheet with the codes; somebody of the staff takes theirs home and sets a password. */
const activate: Act = {
  name: 'activate',
  weight: 2,
  async run(territory) {
    const { randomness, firms } = territory;
    const open = firms.filter((firm) => firm.firmId !== undefined && firm.employees.length < firm.staff.length);
    if (open.length === 0) return;
    const firm = randomness.pick(open);
    const invented = randomness.pick(
      firm.staff.filter((one) => !firm.employees.some((employee) => employee.invented === one)),
    );
    const code = await codeOf(firm, invented.fiscalCode);
    if (code === undefined) return;
    const person = territory.newPerson(`employee ${invented.fiscalCode}`);
    const password = `parola-di-${invented.surname}-${invented.name}`;
    const typed = randomness.chance(0.15) ? code.replace(/.$/, (last) => (last === '7' ? '8' : '7')) : code;
    const reply = await person.post('/api/identity/activations', {
      fiscalCode: invented.fiscalCode,
      code: typed,
      password,
    });
    if (!reply || reply.status >= 300) return;
    person.sign = { username: invented.fiscalCode, password };
    const employee: Employee = { invented, person, firm, purchases: [], quotes: [] };
    if (!firm.employees.some((known) => known.invented === invented)) firm.employees.push(employee);
  },
};

async function codeOf({ owner, firmId }: Firm, fiscalCode: string): Promise<string | undefined> {
  const staff = await owner.get<Staff>(`/api/companies/firms/${firmId}/employees?limit=100`);
  const codes = await owner.get<Codes>(`/api/identity/activation-codes?firmId=${firmId}`);
  const personId = staff?.items.find((one) => one.fiscalCode === fiscalCode)?.personId;
  return codes?.items.find((one) => one.personId === personId)?.code;
}

export const newcomerActs: readonly Act[] = [activate];
