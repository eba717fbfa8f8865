import type { ServiceAddresses } from '@salvatempo/runtime';

/** Takes the replicas of a service in turn. */
export class Upstreams {
  private readonly turns = new Map<string, number>();

  constructor(private readonly addresses: ServiceAddresses) {}

  /** Whether there is such a service; it may have no process just now. */
  knows(service: string): boolean {
    return this.addresses.services.includes(service);
  }

  /** A service's replicas, the one whose turn it is first. */
  inTurn(service: string): readonly string[] {
    const replicas = this.addresses.of(service);
    if (replicas.length < 2) return replicas;
    const turn = (this.turns.get(service) ?? 0) % replicas.length;
    this.turns.set(service, turn + 1);
    return [...replicas.slice(turn), ...replicas.slice(0, turn)];
  }
}
