import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { guaranteeSet, type DataOf } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { coverTermsOn } from '../cover-credit/firm-cover.table';
import { coverIdOf, firmCover, type FirmCover } from '../domain/firm-cover';
import { KnownFirms } from './known-firms.handler';
import type { SetGuarantee } from './set-guarantee.decider';

class SetGuaranteeDto {
  @ApiProperty({ description: 'Credit that the firm may give before it is paid, in euro cents; 0: none.', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  guaranteeCents!: number;

  @ApiProperty({ description: 'Why; kept. No names.' })
  @IsString()
  @Length(3, 200)
  reason!: string;
}

class GuaranteeSetView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ description: 'Euro cents.' }) guaranteeCents!: number;
  @ApiProperty({ description: 'Credit given that no transfer has paid, in euro cents; more than a lowered guarantee stays given.' }) guaranteeUsedCents!: number;
}

@ApiTags('benefits')
@Controller('api/benefits/covers')
export class SetGuaranteeController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>,
    @Inject(KnownFirms) private readonly firms: KnownFirms,
  ) {}

  /** Says how much credit a firm may give before it is paid. What was given above a lower one stays; runs that a higher one covers go on. */
  @Post(':firmId/guarantee')
  @Allow('operator')
  @ApiCreatedResponse({ type: GuaranteeSetView })
  async set(@Param('firmId') firmId: string, @Body() { guaranteeCents, reason }: SetGuaranteeDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<GuaranteeSetView>> {
    authorise(benefitsPolicy(who), 'guarantee', 'Cover', { firmId });
    await this.firms.mustKnow(firmId);
    const coverId = coverIdOf(firmId);
    const data: SetGuarantee = { firmId, guaranteeCents, reason, terms: coverTermsOn(romeDate(this.ports.ambient.clock.now())) };
    const { events, sequence } = decided(await this.covers.execute(coverId, { type: 'set-guarantee', data }, cause));
    const set = events.find(({ type }) => type === guaranteeSet.type)!.data as DataOf<typeof guaranteeSet>;
    return { status: 201, body: { firmId, guaranteeCents: set.guaranteeCents, guaranteeUsedCents: set.guaranteeUsedCents }, position: `${coverId}:${sequence}` };
  }
}
