import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, Because, decided, type Answer } from '@salvatempo/http';
import { idPattern } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { Matches } from 'class-validator';
import { CLAIMS_VALIDATORS_ID, claimsValidators, type ClaimsValidators } from './appoint-validator.decider';

class AppointValidatorDto {
  @ApiProperty({ description: 'Of somebody who has signed up.' })
  @Matches(idPattern('per'))
  personId!: string;
}

class ClaimsValidatorView {
  @ApiProperty() personId!: string;
}

class ClaimsValidatorList {
  @ApiProperty({ type: [ClaimsValidatorView] }) items!: ClaimsValidatorView[];
}

@ApiTags('benefits')
@Controller('api/benefits/claims-validators')
export class AppointValidatorController {
  constructor(@Inject(runnerOf(claimsValidators)) private readonly validators: AggregateRunner<ClaimsValidators>) {}

  /** Lets somebody decide claims in the territory. They see documents and facts of every claim, and none of their own. */
  @Post()
  @Allow('operator')
  @ApiCreatedResponse({ type: ClaimsValidatorView })
  async appoint(@Body() { personId }: AppointValidatorDto, @Because() cause: Cause): Promise<Answer<ClaimsValidatorView>> {
    decided(await this.validators.execute(CLAIMS_VALIDATORS_ID, { type: 'appoint-validator', data: { personId } }, cause));
    return { status: 201, body: { personId } };
  }

  /** Who decides claims in the territory, in the order of appointment; two hundred at most. */
  @Get()
  @Allow('operator')
  @ApiOkResponse({ type: ClaimsValidatorList })
  async all(): Promise<ClaimsValidatorList> {
    const found = await this.validators.load(CLAIMS_VALIDATORS_ID);
    return { items: (found?.state.personIds ?? []).map((personId) => ({ personId })) };
  }
}
