import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { provider, type Provider } from '../domain/provider';
import type { AccreditProvider } from './accredit-provider.decider';
import { AccreditationView } from './accredit-provider.dto';

@ApiTags('providers')
@Controller('api/providers')
export class AccreditProviderController {
  constructor(@Inject(runnerOf(provider)) private readonly providers: AggregateRunner<Provider>) {}

  /** Accredits a provider: from now on it may publish offers. */
  @Post(':providerId/accreditation')
  @Allow('operator')
  @ApiOkResponse({ type: AccreditationView })
  async accredit(@Param('providerId') providerId: string, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<AccreditationView>> {
    const data: AccreditProvider = { operatorPersonId: who.personId };
    const { sequence } = decided(await this.providers.execute(providerId, { type: 'accredit-provider', data }, cause));
    return { status: 200, body: { providerId, status: 'accredited' }, position: `${providerId}:${sequence}` };
  }
}
