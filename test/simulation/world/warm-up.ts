import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { validationPipe } from '@salvatempo/http';

class Anything {}

@Module({})
class NothingModule {}

/**
 * Nest loads parts of itself and of what it validates with when they are first used, from the disk and at a time that no seed decides:
 * a first request was sometimes overtaken by the second. So it has them before the first process begins.
 */
export async function warmUp(): Promise<void> {
  await validationPipe().transform({}, { type: 'body', metatype: Anything });
  const strategy = { listen: (done: () => void) => done(), close: () => undefined };
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(NothingModule, { strategy: strategy as never, logger: false });
  await app.listen();
  await app.close();
}
