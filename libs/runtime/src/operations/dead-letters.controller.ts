import { Body, Controller, Get, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anybody, Because, ProblemError, type Answer } from '@salvatempo/http';
import { MAX_DEAD_LETTERS, type DeadLetter, type Replayed } from '@salvatempo/messaging';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { InternalGuard, INTERNAL_PATH } from '../internal/internal-access';
import { Consumers } from './consumers';

class ReplayKeyDto {
  @IsString() @MaxLength(100) group!: string;
  @IsString() @MaxLength(200) topic!: string;
  @IsString() @MaxLength(200) key!: string;
}

class ReplayLetterDto {
  @IsString() @MaxLength(100) group!: string;
  @IsInt() @Min(0) partition!: number;
  @IsInt() @Min(0) offset!: number;
  /** The message as it should have been; without it, as it was. */
  @IsOptional() @IsString() @MaxLength(1_000_000) value?: string;
}

/** A group that gave something up, or has set something aside. */
export interface GroupView {
  readonly group: string;
  readonly letters: readonly DeadLetter[];
  /** Keys with messages set aside, as `topic/key`, and why. */
  readonly parked: Readonly<Record<string, string>>;
}

/** What the consumers of this process couldn't handle, for `npm run dlq`. */
@ApiExcludeController()
@Controller(`${INTERNAL_PATH.slice(1)}/dead-letters`)
@UseGuards(InternalGuard)
export class DeadLettersController {
  constructor(@Inject(Consumers) private readonly consumers: Consumers) {}

  @Get()
  @Anybody()
  async list(): Promise<{ groups: readonly GroupView[] }> {
    const groups = await Promise.all(
      this.consumers.all.map(async (consumer) => ({
        group: consumer.group,
        letters: await consumer.deadLetters(MAX_DEAD_LETTERS),
        parked: Object.fromEntries(await consumer.setAside()),
      })),
    );
    return { groups: groups.filter(({ letters, parked }) => letters.length > 0 || Object.keys(parked).length > 0) };
  }

  /** Handles a letter's message again, mended if the mended text is given; what it did already it doesn't do again. */
  @Post('replays')
  @Anybody()
  async replay(@Body() { group, partition, offset, value }: ReplayLetterDto, @Because() _cause: unknown): Promise<Answer<{ result: Replayed }>> {
    return { status: 200, body: { result: await this.consumer(group).replayLetter(partition, offset, value) } };
  }

  /** Handles the messages that were set aside for a key, in their order, until one can't be. */
  @Post('key-replays')
  @Anybody()
  async replayKey(@Body() { group, topic, key }: ReplayKeyDto, @Because() _cause: unknown): Promise<Answer<{ handled: number }>> {
    return { status: 200, body: { handled: await this.consumer(group).replay(topic, key) } };
  }

  private consumer(group: string): Consumers['all'][number] {
    const found = this.consumers.all.find((consumer) => consumer.group === group);
    if (!found) throw new ProblemError('not-found');
    return found;
  }
}
