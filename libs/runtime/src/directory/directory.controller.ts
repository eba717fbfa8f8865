import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anybody } from '@salvatempo/http';
import { InternalGuard, INTERNAL_PATH } from '../internal/internal-access';
import { Directory, type OrganisationCard, type PersonCard } from './directory';

/** What this process knows of names, for the other services of the territory. A name is a card, or nothing. */
@ApiExcludeController()
@Controller(`${INTERNAL_PATH.slice(1)}/directory`)
@UseGuards(InternalGuard)
export class DirectoryController {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  @Get('organisations/:organisationId')
  @Anybody()
  async organisation(@Param('organisationId') organisationId: string): Promise<{ card?: OrganisationCard }> {
    const card = await this.directory.ownOrganisation(organisationId);
    return card === undefined ? {} : { card };
  }

  @Get('organisations/:organisationId/people/:personId')
  @Anybody()
  async person(@Param('organisationId') organisationId: string, @Param('personId') personId: string): Promise<{ card?: PersonCard }> {
    const card = await this.directory.ownPerson(personId, organisationId);
    return card === undefined ? {} : { card };
  }

  @Get('organisations/:organisationId/people/:personId/fiscal-code')
  @Anybody()
  async fiscalCode(@Param('organisationId') organisationId: string, @Param('personId') personId: string): Promise<{ card?: string }> {
    const card = await this.directory.ownFiscalCode(personId, organisationId);
    return card === undefined ? {} : { card };
  }
}
