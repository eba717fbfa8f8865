export declare const MONGO_KINDS: readonly string[];
export declare function mongoKindIn(args: readonly string[]): string | undefined;
export declare function chooseServers(facts: {
  given: { KAFKA_BROKERS?: string; MONGODB_URL?: string };
  mongo?: string;
  hasEngine: boolean;
  mayMakeDebian: boolean;
}): { kafka: string; mongo: string };
