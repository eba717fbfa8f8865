import type { DataOf, EventType } from '@salvatempo/contracts';
import type { Rule } from './committed';
import type { Findings } from './finding';

/** What a rule sees of an event. `say` notes a finding of the rule. */
export interface Seen<D> {
  readonly data: D;
  /** When it was decided. */
  readonly time: string;
  readonly expect: (holds: boolean, what: () => string) => void;
}

export interface EventHandler {
  readonly type: string;
  readonly handle: (seen: Seen<never>) => void;
}

/** A handler of one type of event. */
export const on = <M extends EventType>(event: M, handle: (seen: Seen<DataOf<M>>) => void): EventHandler => ({
  type: event.type,
  handle: handle as (seen: Seen<never>) => void,
});

type Expect = Seen<unknown>['expect'];

/** A rule that keeps its own books from the events, apart from the product's. */
export function followEvents(
  name: string,
  handlers: readonly EventHandler[],
  atRest?: (now: string, expect: Expect) => void,
): Rule {
  const byType = new Map(handlers.map(({ type, handle }) => [type, handle]));
  const expecting =
    (findings: Findings): Expect =>
    (holds, what) =>
      findings.expect(holds, name, what);
  return {
    name,
    committed({ decided }, findings) {
      for (const { envelope, message } of decided) {
        if (message.sequence === undefined) continue;
        byType.get(envelope.type)?.({ data: envelope.data as never, time: envelope.time, expect: expecting(findings) });
      }
    },
    ...(atRest && { atRest: (now, findings) => atRest(now, expecting(findings)) }),
  };
}
