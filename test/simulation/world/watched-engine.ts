import type { Aggregate, Decision, Slice } from '@salvatempo/kernel';
import { Engine, type AggregateRunner, type EnginePorts } from '@salvatempo/messaging';
import type { Plant } from '../bugs/plant';

/** Told of each refusal of a decider, whether it is an answer or an event that says no. */
export type OnRefusal = (service: string, code: string) => void;

/** The product's engine, looked at: which refusals were reached; and where a planted bug takes the place of a use case. */
export class WatchedEngine extends Engine {
  constructor(
    ports: EnginePorts,
    private readonly plant: Plant,
    private readonly onRefusal: OnRefusal,
  ) {
    super(ports);
  }

  override runner<S>(aggregate: Aggregate<S>): AggregateRunner<S> {
    const changed = this.plant.change(aggregate);
    return super.runner({ ...changed, slices: changed.slices.map((slice) => this.watched(changed.service, slice)) });
  }

  private watched<S>(service: string, slice: Slice<S>): Slice<S> {
    return {
      ...slice,
      decide: (data, state, context) => {
        const decision = slice.decide(data, state, context);
        for (const code of refusalsIn(decision)) this.onRefusal(service, code);
        return decision;
      },
    };
  }
}

function refusalsIn(decision: Decision): readonly string[] {
  if (!decision.ok) return [decision.refusal.code];
  return decision.events.flatMap(({ data }) => ('code' in data && typeof data.code === 'string' ? [data.code] : []));
}
