import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PrincipalTokens, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';
import { Engine, type LogServer } from '@salvatempo/messaging';
import { httpApplication, type PlatformPorts } from '@salvatempo/runtime';
import { FIRM_ID, personIdOf } from './bench-ids';
import { BenchModule } from './bench.module';

const ADMIN: Principal = { personId: derivedId('per', 'bench-admin'), sessionId: derivedId('ses', 'bench-admin'), roles: [{ role: 'firm-admin', organisationId: FIRM_ID }] };

const employee = (number: number): Principal => ({
  personId: personIdOf(number),
  sessionId: derivedId('ses', 'bench', String(number)),
  roles: [{ role: 'employee', organisationId: FIRM_ID }],
});

/** The product of this process, listening on a free port of loopback. */
export interface Product {
  readonly port: number;
  readonly ports: PlatformPorts;
  readonly engine: Engine;
  /** A token of the firm's administrator, and one each of the first `people` employees; they are good for five minutes. */
  tokens(people: number): Promise<{ readonly admin: string; readonly people: readonly string[] }>;
  /** Resolves when every event is published and every consumer has taken it. Throws where that takes more than a minute. */
  settle(): Promise<void>;
}

export async function startProduct(services: readonly Type[], ports: PlatformPorts): Promise<Product> {
  const { store, log, ambient } = ports;
  const engine = new Engine({ store, log, ambient, onTrouble: (where, error) => ports.processLog.warn({ where, error }, 'the engine tries again') });
  const { app, server } = await httpApplication(BenchModule.of(services, ports, engine), ports);
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  engine.start();
  return { port: portOf(app), ports, engine, tokens: (people) => sign(app.get(PrincipalTokens), people), settle: () => settle(engine, server) };
}

const portOf = (app: NestFastifyApplication): number => (app.getHttpServer().address() as { port: number }).port;

async function sign(tokens: PrincipalTokens, people: number): Promise<{ admin: string; people: string[] }> {
  const numbers = Array.from({ length: people }, (_, number) => number);
  return { admin: await tokens.sign(ADMIN), people: await Promise.all(numbers.map((number) => tokens.sign(employee(number)))) };
}

async function settle(engine: Engine, server: LogServer): Promise<void> {
  for (const untilMs = performance.now() + 60_000; performance.now() < untilMs; ) {
    await engine.flush();
    if ((await server.lag()) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('consumers did not catch up within a minute');
}
