import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, Who, type Answer, type FieldError, type Principal } from '@salvatempo/http';
import { isVatNumber, normaliseVatNumber, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { firm, firmIdOf, type Firm } from '../domain/firm';
import { FirmView, firmView } from '../read-firms/firm.view';
import { beneficiaryOf, checkedFirmData } from './firm-data.check';
import type { RegisterFirm } from './register-firm.decider';
import { RegisterFirmDto } from './register-firm.dto';

@ApiTags('companies')
@Controller('api/companies/firms')
export class RegisterFirmController {
  constructor(
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Registers a firm, of which the caller becomes the administrator. */
  @Post()
  @Allow()
  @ApiCreatedResponse({ type: FirmView })
  async register(@Body() body: RegisterFirmDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<FirmView>> {
    const data = await this.command(body, who.personId);
    const firmId = firmIdOf(data.vatNumber);
    const outcome = await this.firms.execute(firmId, { type: 'register-firm', data }, cause);
    const { events, sequence } = decided(outcome);
    const view = firmView({ ...data, firmId }, data, { registeredAt: events[0]!.time, declaredAt: events[0]!.time });
    return { status: 201, body: view, location: `/api/companies/firms/${firmId}`, position: `${firmId}:${sequence}` };
  }

  private async command({ vatNumber, ...body }: RegisterFirmDto, ownerPersonId: string): Promise<RegisterFirm> {
    const normalised = normaliseVatNumber(vatNumber);
    const wrong: readonly FieldError[] = isVatNumber(normalised) ? [] : [{ field: 'vatNumber', code: 'vat-number', message: 'La partita IVA non è giusta: controllare le 11 cifre.' }];
    const data = await checkedFirmData(body, romeDate(this.ports.ambient.clock.now()), wrong);
    return { ...data, ...beneficiaryOf(data, this.ports.keys), vatNumber: normalised, ownerPersonId };
  }
}
