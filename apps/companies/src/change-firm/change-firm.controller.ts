import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { DataOf, firmChanged } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, type Firm } from '../domain/firm';
import { knownFirm } from '../read-firms/known-firm.handler';
import { FirmDataDto } from '../register-firm/register-firm.dto';
import { beneficiaryOf, checkedFirmData } from '../register-firm/firm-data.check';
import type { ChangeFirm } from './change-firm.decider';
import { FirmChangeView } from './firm-change.view';

@ApiTags('companies')
@Controller('api/companies/firms')
export class ChangeFirmController {
  constructor(
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /**
   * Declares a firm's data anew, all of them: headcounts, seat, sector, name; owner and IBAN where they are given. They hold from
   * now on and never back. The same data again renew the declaration. The partita IVA stays: another one is another firm.
   */
  @Post(':firmId/declarations')
  @Allow('firm-admin')
  @ApiCreatedResponse({ type: FirmChangeView })
  async change(@Param('firmId') firmId: string, @Body() body: FirmDataDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<FirmChangeView>> {
    authorise(companiesPolicy(who), 'change', 'Firm', { firmId });
    await knownFirm(this.firms, firmId);
    const earlier = await this.firms.earlier(firmId, cause);
    const outcome = earlier ?? (await this.firms.execute(firmId, { type: 'change-firm', data: await this.command(body, who) }, cause));
    const { events, sequence } = decided(outcome);
    const { changed, declaration } = events[0]!.data as DataOf<typeof firmChanged>;
    const view = { firmId, changed: [...changed], declaredAt: events[0]!.time, ...(declaration && { declarationVersion: declaration.version }) };
    return { status: 201, body: view, location: `/api/companies/firms/${firmId}`, position: `${firmId}:${sequence}` };
  }

  private async command(body: FirmDataDto, { personId }: Principal): Promise<ChangeFirm> {
    const data = await checkedFirmData(body, romeDate(this.ports.ambient.clock.now()));
    return { ...data, ...beneficiaryOf(data, this.ports.keys), declaredByPersonId: personId };
  }
}
