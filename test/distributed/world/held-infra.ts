import { Held } from '../../contracts/processes/held';

export type Servers = { readonly KAFKA_BROKERS: string; readonly MONGODB_URL: string };
export type Command = 'stop-kafka' | 'start-kafka' | 'stop-mongo' | 'start-mongo';

/** A real broker and a MongoDB-speaking server that a test may stop and start again. */
export type HeldInfra = Held<Servers, Command>;

/** Throws Error where they can't be had. */
export const startHeldInfra = (): Promise<HeldInfra> => Held.start<Servers, Command>('kafka-and-mongo');
