import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, type Answer, authorise, Because, calendarDay, decided, hasRole, organisationsOf, type Principal, ProblemError, Who } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { companiesPolicy } from '../companies.policy';
import { firm, firmCardOf, type Firm } from '../domain/firm';
import { network, networkIdOf, type KnownNetwork, type Network } from '../domain/network';
import { knownFirm } from '../read-firms/known-firm.handler';
import type { FormNetwork } from './form-network.decider';
import type { JoinNetwork } from './join-network.decider';
import type { LeaveNetwork } from './leave-network.decider';
import { FormNetworkDto, JoinNetworkDto, LeaveNetworkDto, NetworkQueryDto } from './network.dto';
import { NetworkChangeView, NetworkView, networkView } from './network.view';

/** Networks are entered by an officer from the deed and the register of firms: no firm makes itself a member of one. */
@ApiTags('companies')
@Controller('api/companies/networks')
export class NetworkController {
  constructor(
    @Inject(runnerOf(network)) private readonly networks: AggregateRunner<Network>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  /** Enters a network contract, without members yet. */
  @Post()
  @Allow('operator')
  @ApiCreatedResponse({ type: NetworkChangeView })
  async form(@Body() body: FormNetworkDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<NetworkChangeView>> {
    authorise(companiesPolicy(who), 'form', 'Network', {});
    const { title, kind, programme, commonFund, bodyFirmId } = body;
    if (bodyFirmId !== undefined) await knownFirm(this.firms, bodyFirmId);
    const networkId = networkIdOf(cause.id);
    const data: FormNetwork = { title: title.trim(), kind, programme, commonFund, ...(bodyFirmId === undefined ? {} : { bodyFirmId }) };
    const earlier = await this.networks.earlier(networkId, cause);
    const { sequence } = decided(earlier ?? (await this.networks.execute(networkId, { type: 'form-network', data }, cause)));
    return this.answer(networkId, sequence, {});
  }

  /** A network with the members in force on a day, for officers and for firms that are or were in it. */
  @Get(':networkId')
  @Allow('operator', 'firm-admin')
  @ApiOkResponse({ type: NetworkView })
  async one(@Param('networkId') networkId: string, @Query() { on }: NetworkQueryDto, @Who() who: Principal): Promise<NetworkView> {
    const day = on === undefined ? romeDate(this.ports.ambient.clock.now()) : calendarDay('on', on);
    const { state, programme } = await this.known(networkId);
    const own = organisationsOf(who, 'firm-admin');
    if (!hasRole(who, 'operator') && !state.members.some(({ firmId }) => own.includes(firmId))) throw new ProblemError('not-allowed');
    return networkView(state, programme, day, await this.namesOf(state));
  }

  /** A firm is a member from a day on. */
  @Post(':networkId/members')
  @Allow('operator')
  @ApiCreatedResponse({ type: NetworkChangeView })
  async join(@Param('networkId') networkId: string, @Body() body: JoinNetworkDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<NetworkChangeView>> {
    authorise(companiesPolicy(who), 'form', 'Network', {});
    await this.known(networkId);
    await knownFirm(this.firms, body.firmId);
    const data: JoinNetwork = { firmId: body.firmId, firstDay: calendarDay('firstDay', body.firstDay) };
    const { sequence } = decided(await this.networks.execute(networkId, { type: 'join-network', data }, cause));
    return this.answer(networkId, sequence, { ...data });
  }

  /** A firm's membership ends with a day. */
  @Post(':networkId/members/:firmId/departures')
  @Allow('operator')
  @ApiCreatedResponse({ type: NetworkChangeView })
  async leave(@Param('networkId') networkId: string, @Param('firmId') firmId: string, @Body() body: LeaveNetworkDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<NetworkChangeView>> {
    authorise(companiesPolicy(who), 'form', 'Network', {});
    await this.known(networkId);
    const data: LeaveNetwork = { firmId, lastDay: calendarDay('lastDay', body.lastDay) };
    const { sequence } = decided(await this.networks.execute(networkId, { type: 'leave-network', data }, cause));
    return this.answer(networkId, sequence, { ...data });
  }

  /** Names of the firms that are or were in it: its deed and the register of firms tell them to anybody. */
  private async namesOf({ members, bodyFirmId }: KnownNetwork): Promise<ReadonlyMap<string, string>> {
    const firmIds = [...new Set([...members.map(({ firmId }) => firmId), ...(bodyFirmId === undefined ? [] : [bodyFirmId])])];
    return new Map(await Promise.all(firmIds.map(async (firmId) => [firmId, firmCardOf((await this.firms.load(firmId))?.personal).name] as const)));
  }

  private answer(networkId: string, sequence: number, more: Omit<NetworkChangeView, 'networkId'>): Answer<NetworkChangeView> {
    return { status: 201, body: { networkId, ...more }, location: `/api/companies/networks/${networkId}`, position: `${networkId}:${sequence}` };
  }

  private async known(networkId: string): Promise<{ readonly state: KnownNetwork; readonly programme: string }> {
    const found = await this.networks.load(networkId);
    if (!found || found.state.status === 'absent') throw new ProblemError('network-not-found');
    return { state: found.state, programme: String(found.personal?.['programme'] ?? '') };
  }
}
