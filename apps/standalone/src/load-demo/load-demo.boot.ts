import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMs, DAY_MS, romeDate, type Ambient } from '@salvatempo/kernel';
import { DemoClient, type DemoApi } from './demo-client.http';
import { fiscalCodesIn, readDemo, readDemoCsv, type DemoFirm, type DemoProvider, type DemoTerritory } from './demo-files.reader';

interface Session {
  readonly roles: readonly { readonly role: string; readonly organisationId: string }[];
}

const organisationOf = ({ roles }: Session, role: string): string => roles.find((grant) => grant.role === role)!.organisationId;
const has = (role: string) => (session: Session): boolean => session.roles.some((grant) => grant.role === role);

/** Loads the demo territory through the public API, once; a load that was cut off is done again, and adds nothing twice. */
export class DemoLoader {
  private readonly territory = readDemo();

  constructor(
    private readonly api: DemoApi,
    /** Makes the demo's operator, if there is nobody of that name. */
    private readonly ensureOperator: (username: string, password: string) => Promise<void>,
    private readonly ambient: Ambient,
    private readonly dataDir: string,
  ) {}

  async load(): Promise<DemoTerritory> {
    const marker = join(this.dataDir, 'demo-loaded');
    const { operator } = this.territory;
    if (existsSync(marker)) return this.territory;
    await this.ensureOperator(operator.username, operator.password);
    const officer = await this.signedIn(operator.username, operator.password);
    await officer.until('/api/identity/sessions/current', has('operator'));
    for (const provider of this.territory.providers) await this.loadProvider(officer, provider);
    const { callId } = await officer.post<{ callId: string }>('/api/programmes/calls', this.call());
    for (const firm of this.territory.firms) await this.loadFirm(firm, callId);
    writeFileSync(marker, `${this.ambient.clock.now()}\n`);
    return this.territory;
  }

  private call(): object {
    const year = Number(romeDate(this.ambient.clock.now()).slice(0, 4));
    return { ...this.territory.call, opensAt: `${year}-01-01T00:00:00.000Z`, closesAt: `${year + 1}-12-31T22:59:59.999Z` };
  }

  private async loadProvider(officer: DemoClient, { manager, name, vatNumber, offers }: DemoProvider): Promise<void> {
    const client = await this.signedUp(manager.username, manager.password);
    await client.ensure('/api/providers', { name, vatNumber });
    const session = await client.until('/api/identity/sessions/current', has('provider-admin'));
    const providerId = organisationOf(session, 'provider-admin');
    await officer.ensure(`/api/providers/${providerId}/accreditation`, {});
    await client.post(`/api/providers/${providerId}/offer-imports`, readDemoCsv(offers));
  }

  private async loadFirm(firm: DemoFirm, callId: string): Promise<void> {
    const owner = await this.signedUp(firm.owner.username, firm.owner.password);
    const { name, vatNumber, employeesCount, occupatiCount, sector, municipality } = firm;
    await owner.ensure('/api/companies/firms', { name, vatNumber, employeesCount, occupatiCount, sector, municipality, declarationAccepted: true });
    const firmId = organisationOf(await owner.until('/api/identity/sessions/current', has('firm-admin')), 'firm-admin');
    const csv = readDemoCsv(firm.employees);
    await owner.post(`/api/companies/firms/${firmId}/employee-imports`, csv);
    await this.activateAll(owner, firmId, fiscalCodesIn(csv), firm.employeesPassword);
    const { planId } = await owner.post<{ planId: string }>('/api/benefits/plans', { firmId, ...firm.plan });
    const validUntil = romeDate(addMs(this.ambient.clock.now(), 365 * DAY_MS));
    await owner.post(`/api/benefits/plans/${planId}/credit-runs`, { ...firm.credit, validUntil });
    await owner.ensure(`/api/programmes/calls/${callId}/applications`, { firmId });
  }

  private async activateAll(owner: DemoClient, firmId: string, fiscalCodes: readonly string[], password: string): Promise<void> {
    type Codes = { items: readonly { personId: string; code?: string }[] };
    type Employees = { items: readonly { personId: string; fiscalCode: string }[] };
    const everybody = (page: { items: readonly object[] }): boolean => page.items.length === fiscalCodes.length;
    const employees = await owner.until<Employees>(`/api/companies/firms/${firmId}/employees?limit=100`, everybody);
    const codes = await owner.until<Codes>(`/api/identity/activation-codes?firmId=${firmId}`, everybody);
    for (const { personId, fiscalCode } of employees.items) {
      const code = codes.items.find((entry) => entry.personId === personId)?.code;
      // Without a code somebody is let in already, by a load that was cut off after it.
      if (code !== undefined) await this.client(`activation-${fiscalCode.slice(-5)}`).post('/api/identity/activations', { fiscalCode, code, password });
    }
  }

  private async signedUp(username: string, password: string): Promise<DemoClient> {
    await this.client(username).ensure('/api/identity/accounts', { username, password });
    return this.signedIn(username, password);
  }

  private async signedIn(username: string, password: string): Promise<DemoClient> {
    const client = this.client(username);
    await client.signIn(username, password);
    return client;
  }

  private client(name: string): DemoClient {
    return new DemoClient(this.api, this.ambient.timers, name.replace(/[^\w.-]/g, '-'));
  }
}
