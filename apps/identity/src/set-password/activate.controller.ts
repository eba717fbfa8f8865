import { Body, Controller, Inject, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Anybody, Because, type Answer } from '@salvatempo/http';
import type { Cause } from '@salvatempo/messaging';
import { TerritoryKeys } from '@salvatempo/runtime';
import { AccessCodes } from './access-codes.handler';
import { ActivationDto, ActivationView } from './activation.dto';

@ApiTags('identity')
@Controller('api/identity/activations')
export class ActivateController {
  constructor(
    @Inject(AccessCodes) private readonly codes: AccessCodes,
    @Inject(TerritoryKeys) private readonly keys: TerritoryKeys,
  ) {}

  /** An employee sets a password by the code on the firm's sheet; then they can sign in with their codice fiscale. */
  @Post()
  @Anybody()
  @ApiCreatedResponse({ type: ActivationView })
  async activate(@Body() { fiscalCode, code, password, email }: ActivationDto, @Ip() ip: string, @Because() cause: Cause): Promise<Answer<ActivationView>> {
    const personId = this.keys.personId(fiscalCode);
    await this.codes.use(personId, { code, password, ...(email === undefined ? {} : { email }) }, ip, cause);
    return { status: 201, body: { personId } };
  }
}
