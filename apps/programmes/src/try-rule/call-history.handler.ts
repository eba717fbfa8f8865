import { Inject, Injectable } from '@nestjs/common';
import { allotmentDeclined, allotmentReserved, allotmentReturned, type DecisionFacts, type Envelope } from '@salvatempo/contracts';
import { collectionOf } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import type { JournalEntry } from '@salvatempo/store';
import { call } from '../domain/call';
import type { PastStep } from '../domain/try-rule';

const PAGE = 500;
/** Entries of a call's journal that are read at most. */
const MAX_ENTRIES = 50_000;

export interface CallHistory {
  readonly steps: readonly PastStep[];
  /** Decisions from before their facts were recorded. */
  readonly without: number;
}

/** What happened at a fund, from the call's own journal: its order is the fund's. */
@Injectable()
export class CallHistories {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  async of(callId: string): Promise<CallHistory> {
    const steps: PastStep[] = [];
    let without = 0;
    const source = { collection: collectionOf(call), id: callId };
    for (let after = 0; after < MAX_ENTRIES; ) {
      const entries = await this.ports.store.journal.history(source, after, PAGE);
      for (const entry of entries) {
        const step = stepOf(entry);
        if (step === 'without') without++;
        else if (step) steps.push(step);
      }
      if (entries.length < PAGE) break;
      after = entries.at(-1)!.sequence!;
    }
    return { steps, without };
  }
}

interface Told {
  readonly firmId: string;
  readonly amountCents?: number;
  readonly code?: string;
  readonly facts?: DecisionFacts;
}

function stepOf(entry: JournalEntry): PastStep | 'without' | undefined {
  const { type, data } = JSON.parse(entry.body) as Envelope<Told & object>;
  const { firmId, amountCents = 0, code, facts } = data;
  if (type === allotmentReturned.type) return { kind: 'returned', firmId, amountCents };
  if (type !== allotmentReserved.type && type !== allotmentDeclined.type) return undefined;
  return facts ? { kind: 'decided', firmId, grantedCents: amountCents, ...(code !== undefined && { code }), facts } : 'without';
}
