import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Aggregate, Slice } from '@salvatempo/kernel';
import { Engine, RowReader, type AggregateRunner, type Projection } from '@salvatempo/messaging';
import { Authenticator, PrincipalTokens, RequestRunner } from '@salvatempo/http';
import { Directory, type DirectorySource } from '../directory/directory';
import { TerritoryKeys } from '../keys/territory-keys';
import { Consumers } from '../operations/consumers';
import type { PlatformPorts } from '../ports';

/** Injects PlatformPorts. */
export const PLATFORM = Symbol('salvatempo:platform');

/** What every service finds: the ports, the engine, the keys. Global, so that services don't import it one by one. */
@Module({})
export class PlatformModule {
  /** `others`: whom names are asked of that no service of this process owns. */
  static of(ports: PlatformPorts, engine: Engine, others: readonly DirectorySource[] = []): DynamicModule {
    const { clock } = ports.ambient;
    const tokens = new PrincipalTokens(ports.keys.derive('principal-token'), clock);
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: PLATFORM, useValue: ports },
        { provide: Engine, useValue: engine },
        { provide: TerritoryKeys, useValue: ports.keys },
        Consumers,
        { provide: Directory, useValue: new Directory(others) },
        { provide: PrincipalTokens, useValue: tokens },
        { provide: Authenticator, useValue: new Authenticator(tokens, clock) },
        { provide: RequestRunner, useValue: new RequestRunner(ports.store, ports.ambient, ports.keys.derive('request-digest')) },
      ],
      exports: [PLATFORM, Engine, TerritoryKeys, Consumers, Directory, PrincipalTokens, Authenticator, RequestRunner],
    };
  }
}

/** An aggregate as its `domain` file describes it; the module adds the slices. */
export type AggregateBase<S> = Omit<Aggregate<S>, 'slices'>;

/** The token under which an aggregate's runner is injected. */
export const runnerOf = (base: Pick<AggregateBase<never>, 'service' | 'name'>): string => `runner:${base.service}.${base.name}`;

/** Provides the runner of an aggregate made of these use cases. */
export const aggregate = <S>(base: AggregateBase<S>, ...slices: readonly Slice<S>[]): Provider => ({
  provide: runnerOf(base),
  inject: [Engine],
  useFactory: (engine: Engine): AggregateRunner<S> => engine.runner({ ...base, slices }),
});

/** The token under which a projection's reader is injected. */
export const readerOf = <T extends object>(projection: Projection<T>): string => `reader:${projection.model.name}`;

/** Provides the reader of a projection. */
export const reader = <T extends object>(projection: Projection<T>): Provider => ({
  provide: readerOf(projection),
  inject: [PLATFORM],
  useFactory: ({ store, ambient }: PlatformPorts): RowReader<T> => new RowReader(store, ambient.timers, projection),
});
