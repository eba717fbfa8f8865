import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, ProblemError, Who, type Answer, type FieldError, type Principal } from '@salvatempo/http';
import { isVatNumber, normaliseVatNumber } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { firm, firmIdOf, type Firm } from '../domain/firm';
import { FirmView, firmView } from '../read-firms/firm.view';
import { isMunicipality } from './municipalities.table';
import type { RegisterFirm } from './register-firm.decider';
import { RegisterFirmDto } from './register-firm.dto';

@ApiTags('companies')
@Controller('api/companies/firms')
export class RegisterFirmController {
  constructor(@Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>) {}

  /** Registers a firm, of which the caller becomes the administrator. */
  @Post()
  @Allow()
  @ApiCreatedResponse({ type: FirmView })
  async register(@Body() body: RegisterFirmDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<FirmView>> {
    const data = await commandOf(body, who.personId);
    const firmId = firmIdOf(data.vatNumber);
    const outcome = await this.firms.execute(firmId, { type: 'register-firm', data }, cause);
    const { events, sequence } = decided(outcome);
    const view = firmView({ ...data, firmId }, data, events[0]!.time);
    return { status: 201, body: view, location: `/api/companies/firms/${firmId}`, position: `${firmId}:${sequence}` };
  }
}

/** Throws ProblemError `invalid-request` for what the shape of the fields alone can't tell. */
async function commandOf({ name, vatNumber, employeesCount, sector, municipality, ...body }: RegisterFirmDto, ownerPersonId: string): Promise<RegisterFirm> {
  const normalised = normaliseVatNumber(vatNumber);
  const occupatiCount = body.occupatiCount ?? employeesCount;
  const errors: FieldError[] = [];
  if (!isVatNumber(normalised)) errors.push({ field: 'vatNumber', code: 'vat-number', message: 'La partita IVA non è giusta: controllare le 11 cifre.' });
  if (occupatiCount < employeesCount) errors.push({ field: 'occupatiCount', code: 'fewer-than-employees', message: 'Le persone occupate comprendono i dipendenti: non possono essere di meno.' });
  if (!(await isMunicipality(municipality))) errors.push({ field: 'municipality', code: 'municipality-unknown', message: 'Nessun Comune ha questo codice catastale.' });
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
  return { name: name.trim(), vatNumber: normalised, ownerPersonId, employeesCount, occupatiCount, sector, municipality };
}
