import { Controller, Get, Headers, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, positionOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { cardOf, provider, type Provider } from '../domain/provider';
import { providersPolicy } from '../providers.policy';
import { providerList, type ProviderRow } from './provider-list.projection';
import { ProviderPage, ProviderView } from './provider.view';
import { ProvidersQueryDto } from './read-providers.dto';

@ApiTags('providers')
@Controller('api/providers')
export class ReadProvidersController {
  constructor(
    @Inject(runnerOf(provider)) private readonly providers: AggregateRunner<Provider>,
    @Inject(readerOf(providerList)) private readonly list: RowReader<ProviderRow>,
  ) {}

  /** All providers with their status, newest first. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: ProviderPage })
  async all(@Query() { status, limit, after }: ProvidersQueryDto, @Headers('salvatempo-position') position?: string): Promise<ProviderPage> {
    await this.list.caughtUp(positionOf(position));
    const page = await this.list.page({
      tenancy: { tenant: 'territory' },
      limit,
      newestFirst: true,
      ...(status === undefined ? {} : { where: { status } }),
      ...(after === undefined ? {} : { after }),
    });
    const items = page.items.map(async ({ providerId, status: known }): Promise<ProviderView> => {
      const found = await this.providers.load(providerId);
      return { providerId, ...cardOf(found?.personal), status: known };
    });
    return { ...page, items: await Promise.all(items) };
  }

  /** One provider; one that isn't accredited only for its own people and operators. */
  @Get(':providerId')
  @Allow()
  @ApiOkResponse({ type: ProviderView })
  async one(@Param('providerId') providerId: string, @Who() who: Principal): Promise<ProviderView> {
    const found = await this.providers.load(providerId);
    if (!found || found.state.status === 'absent') throw new ProblemError('provider-not-found');
    authorise(providersPolicy(who), 'read', 'Provider', found.state);
    return { providerId, ...cardOf(found.personal), status: found.state.status };
  }
}
