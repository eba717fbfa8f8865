import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import { isVatNumber, normaliseVatNumber } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { provider, providerIdOf, type Provider } from '../domain/provider';
import { ProviderView } from '../read-providers/provider.view';
import type { RegisterProvider } from './register-provider.decider';
import { RegisterProviderDto } from './register-provider.dto';

@ApiTags('providers')
@Controller('api/providers')
export class RegisterProviderController {
  constructor(@Inject(runnerOf(provider)) private readonly providers: AggregateRunner<Provider>) {}

  /** Registers a provider, of which the caller becomes the administrator. It waits for its accreditation. */
  @Post()
  @Allow()
  @ApiCreatedResponse({ type: ProviderView })
  async register(@Body() body: RegisterProviderDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ProviderView>> {
    const vatNumber = normaliseVatNumber(body.vatNumber);
    if (!isVatNumber(vatNumber)) throw new ProblemError('invalid-request', { errors: [wrongVatNumber] });
    const providerId = providerIdOf(vatNumber);
    const data: RegisterProvider = { name: body.name.trim(), vatNumber, managerPersonId: who.personId };
    const { sequence } = decided(await this.providers.execute(providerId, { type: 'register-provider', data }, cause));
    const view: ProviderView = { providerId, name: data.name, vatNumber, status: 'registered' };
    return { status: 201, body: view, location: `/api/providers/${providerId}`, position: `${providerId}:${sequence}` };
  }
}

const wrongVatNumber = { field: 'vatNumber', code: 'vat-number', message: 'La partita IVA non è giusta: controllare le 11 cifre.' };
