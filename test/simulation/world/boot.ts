import 'reflect-metadata';
import { NestFactory, Reflector } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import {
  AccessGuard,
  Authenticator,
  KeyRetention,
  PrincipalTokens,
  validationPipe,
  type Principal,
} from '@salvatempo/http';
import { LogServer } from '@salvatempo/messaging';
import { StandaloneModule } from '@salvatempo/app-standalone';
import { Edge } from './edge';
import type { Booted, SimulatedProcess } from './process';
import { WatchedEngine } from './watched-engine';

/**
 * Boots the product as `startProduct` does, only without HTTP: the same module, transport and engine, and the same global
 * guard and pipe, which the edge calls directly.
 */
export async function bootProduct(process: SimulatedProcess): Promise<Booted> {
  const { ports } = process;
  const { store, log, ambient } = ports;
  const engine = new WatchedEngine({ store, log, ambient }, process.world.plant, process.world.onRefusal);
  const strategy = new LogServer({ store, log, ambient });
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(StandaloneModule.of(ports, engine), {
    strategy,
    logger: false,
    abortOnError: false,
  });
  withoutSignatures(app.get(PrincipalTokens));
  await app.listen();
  // Only now, when every handler of messages is wired: these are for requests alone, as in the real application.
  app.useGlobalPipes(validationPipe());
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), app.get(Authenticator)));
  engine.start();
  const retention = new KeyRetention(store, ambient, () => undefined);
  retention.start();
  const stop = async (): Promise<void> => {
    retention.stop();
    await strategy.close();
    await engine.stop();
  };
  return { edge: new Edge(app), aggregates: engine.aggregates, stop };
}

/** Signing runs on other threads and would answer at a time that no seed decides; here a token is what it says. */
function withoutSignatures(tokens: PrincipalTokens): void {
  const quick: Pick<PrincipalTokens, 'sign' | 'verify'> = {
    sign: (principal) => Promise.resolve(Buffer.from(JSON.stringify(principal)).toString('base64url')),
    verify: (token) => Promise.resolve(JSON.parse(Buffer.from(token, 'base64url').toString()) as Principal),
  };
  Object.assign(tokens, quick);
}
