import { timingSafeEqual } from 'node:crypto';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { EXPIRY_OPT_OUT, EXPIRY_OPT_OUT_LENGTH } from '@salvatempo/contracts';
import { Allow, Anybody, Because, decided, ProblemError, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { IsBoolean, IsString, Matches } from 'class-validator';
import { expiryReminders, remindersIdOf, type ExpiryReminders } from './expiry-reminders.aggregate';

class SetRemindersDto {
  @ApiProperty({ description: 'Whether mails are wanted before credit expires.' })
  @IsBoolean()
  wanted!: boolean;
}

class OptOutDto {
  @ApiProperty({ description: 'From the link of a mail.' })
  @IsString()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  code!: string;
}

class RemindersView {
  @ApiProperty() wanted!: boolean;
}

@ApiTags('benefits')
@Controller('api/benefits/expiry-reminders')
export class SetRemindersController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(expiryReminders)) private readonly reminders: AggregateRunner<ExpiryReminders>,
  ) {}

  /** Turns the mails about what expires off, or on again. */
  @Post('mine')
  @Allow('employee')
  @ApiOkResponse({ type: RemindersView })
  set(@Body() { wanted }: SetRemindersDto, @Who() { personId }: Principal, @Because() cause: Cause): Promise<Answer<RemindersView>> {
    return this.execute(remindersIdOf(personId), { personId, wanted }, cause);
  }

  /** Turns them off by the link of a mail, without a sign-in. Throws ProblemError `expiry-reminders-not-found` for a wrong code. */
  @Post(':remindersId/opt-out')
  @Anybody()
  @ApiOkResponse({ type: RemindersView })
  async optOut(@Param('remindersId') remindersId: string, @Body() { code }: OptOutDto, @Because() cause: Cause): Promise<Answer<RemindersView>> {
    const right = this.ports.keys.code(EXPIRY_OPT_OUT, remindersId, EXPIRY_OPT_OUT_LENGTH);
    const personId = timingSafeEqual(Buffer.from(right), Buffer.from(code)) ? (await this.reminders.load(remindersId))?.state.personId : undefined;
    if (!personId) throw new ProblemError('expiry-reminders-not-found');
    return this.execute(remindersId, { personId, wanted: false }, cause);
  }

  /** Wanting what holds already changes nothing, and is answered the same. */
  private async execute(remindersId: string, data: { personId: string; wanted: boolean }, cause: Cause): Promise<Answer<RemindersView>> {
    const { sequence } = decided(await this.reminders.execute(remindersId, { type: 'set-expiry-reminders', data }, cause));
    return { status: 200, body: { wanted: data.wanted }, position: `${remindersId}:${sequence}` };
  }
}
