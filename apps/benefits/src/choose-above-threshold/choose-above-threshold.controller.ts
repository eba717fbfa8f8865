import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { aboveThresholdSchema } from '@salvatempo/contracts';
import { Allow, authorise, Because, decided, Who, type Answer, type Principal } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { IsIn, Matches } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import type { AboveThreshold } from '../domain/threshold-consent';
import { thresholdChoice, thresholdChoiceIdOf, type ThresholdChoice } from './threshold-choice.aggregate';
import { ThresholdChoices } from './threshold-choices.handler';

class ThresholdChoiceQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

class ChooseAboveThresholdDto extends ThresholdChoiceQueryDto {
  @ApiProperty({ enum: aboveThresholdSchema.options, description: '`block`: nothing more can be had. `consent`: whoever agrees to the whole year being taxed may go on.' })
  @IsIn(aboveThresholdSchema.options)
  aboveThreshold!: AboveThreshold;
}

class ThresholdChoiceView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: aboveThresholdSchema.options }) aboveThreshold!: string;
}

@ApiTags('benefits')
@Controller('api/benefits/threshold-choices')
export class ChooseAboveThresholdController {
  constructor(
    @Inject(runnerOf(thresholdChoice)) private readonly choices: AggregateRunner<ThresholdChoice>,
    private readonly current: ThresholdChoices,
  ) {}

  /** Chooses what happens to the firm's people at the threshold of art. 51 c.3; from now on. */
  @Post()
  @Allow('firm-admin')
  @ApiOkResponse({ type: ThresholdChoiceView })
  async choose(@Body() { firmId, aboveThreshold }: ChooseAboveThresholdDto, @Who() who: Principal, @Because() cause: Cause): Promise<Answer<ThresholdChoiceView>> {
    authorise(benefitsPolicy(who), 'open', 'Plan', { firmId });
    decided(await this.choices.execute(thresholdChoiceIdOf(firmId), { type: 'choose-above-threshold', data: { firmId, aboveThreshold } }, cause));
    return { status: 200, body: { firmId, aboveThreshold } };
  }

  /** What the firm chose; to block, where it chose nothing. */
  @Get()
  @Allow('firm-admin')
  @ApiOkResponse({ type: ThresholdChoiceView })
  async one(@Query() { firmId }: ThresholdChoiceQueryDto, @Who() who: Principal): Promise<ThresholdChoiceView> {
    authorise(benefitsPolicy(who), 'open', 'Plan', { firmId });
    return { firmId, aboveThreshold: await this.current.of(firmId) };
  }
}
