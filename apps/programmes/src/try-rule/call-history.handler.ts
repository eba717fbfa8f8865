import { Inject, Injectable } from '@nestjs/common';
import { allotmentDeclined, allotmentReserved, allotmentReturned, applicationAdmitted, rankingAdvanced, rankingMade, type DataOf, type DecisionFacts, type Envelope } from '@salvatempo/contracts';
import { collectionOf } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import type { JournalEntry } from '@salvatempo/store';
import { call } from '../domain/call';
import type { PastRankedStep } from '../domain/try-ranking';
import type { PastStep } from '../domain/try-rule';

const PAGE = 500;
/** Entries of a call's journal that are read at most. */
const MAX_ENTRIES = 50_000;

export interface CallHistory<Step> {
  readonly steps: readonly Step[];
  /** Decisions from before their facts were recorded. */
  readonly without: number;
}

interface Told {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly amountCents?: number;
  readonly code?: string;
  readonly facts?: DecisionFacts;
}

/** What is no step, and a decision without its facts, beside the steps themselves. */
type Read<Step> = Step | 'without' | undefined;

/** What happened at a fund, from the call's own journal: its order is the fund's. */
@Injectable()
export class CallHistories {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  of(callId: string): Promise<CallHistory<PastStep>> {
    return this.read(callId, stepOf);
  }

  /** Of a ranked call. */
  ofRanked(callId: string): Promise<CallHistory<PastRankedStep>> {
    return this.read(callId, rankedStepOf);
  }

  private async read<Step>(callId: string, asStep: (entry: Envelope<object>) => Read<Step>): Promise<CallHistory<Step>> {
    const steps: Step[] = [];
    let without = 0;
    const source = { collection: collectionOf(call), id: callId };
    for (let after = 0; after < MAX_ENTRIES; ) {
      const entries: readonly JournalEntry[] = await this.ports.store.journal.history(source, after, PAGE);
      for (const { body } of entries) {
        const step = asStep(JSON.parse(body) as Envelope<object>);
        if (step === 'without') without++;
        else if (step) steps.push(step);
      }
      if (entries.length < PAGE) break;
      after = entries.at(-1)!.sequence!;
    }
    return { steps, without };
  }
}

function stepOf({ type, data }: Envelope<object>): Read<PastStep> {
  const { firmId, amountCents = 0, code, facts } = data as Told;
  if (type === allotmentReturned.type) return { kind: 'returned', firmId, amountCents };
  if (type !== allotmentReserved.type && type !== allotmentDeclined.type) return undefined;
  return facts ? { kind: 'decided', firmId, grantedCents: amountCents, ...(code !== undefined && { code }), facts } : 'without';
}

function rankedStepOf({ type, data, time }: Envelope<object>): Read<PastRankedStep> {
  const { allotmentId, firmId, amountCents = 0, code, facts } = data as Told;
  switch (type) {
    case applicationAdmitted.type:
    case allotmentDeclined.type:
      return facts ? { kind: 'checked', allotmentId, firmId, ...(code !== undefined && { code }), facts } : 'without';
    case rankingMade.type: {
      const { seed, lines } = data as DataOf<typeof rankingMade>;
      return { kind: 'ranked', seed, granted: lines.filter(({ granted }) => granted) };
    }
    case rankingAdvanced.type:
      return { kind: 'advanced', firmId, amountCents };
    case allotmentReturned.type:
      return { kind: 'returned', firmId, amountCents, at: time };
    default:
      return undefined;
  }
}
