import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { CallTerms } from '@salvatempo/contracts';
import { Allow, ProblemError } from '@salvatempo/http';
import { addMs, endOfRomeDay, startOfRomeDay, type Instant } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { PurchaseRuleTrial, type PastPurchase } from '../domain/try-purchase-rule';
import { allotments, type AllotmentRow } from '../quote-purchase/allotments.projection';
import { replayPurchases, type Period, type ReplayProgress } from './purchase-replay.handler';
import { PurchaseTrialLineView, type PurchaseTrialView } from './purchase-trial.view';
import { TryPurchaseRuleDto } from './try-purchase-rule.dto';

const FIRST: Instant = '0000-01-01T00:00:00.000Z';
const LAST: Instant = '9999-12-31T23:59:59.999Z';
const LIMITS = [
  'Chi non ha acquistato non compare: con un’altra regola forse l’avrebbe fatto.',
  'Se con l’altra regola l’incentivo è più basso, non si sa se il credito welfare della persona sarebbe bastato.',
  'Le concessioni alle imprese restano quelle che furono: provare la regola sulle domande è un’altra prova.',
];

@ApiTags('marketplace')
@Controller('api/marketplace/purchase-trials')
export class TryPurchaseRuleController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(allotments)) private readonly allotmentRows: RowReader<AllotmentRow>,
  ) {}

  /** Tries another rule of a call on the purchases of a period: a line for each step of the way, and the result as the last one. */
  @Get(':callId')
  @Allow('operator')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ type: PurchaseTrialLineView })
  async try(@Param('callId') callId: string, @Query() changes: TryPurchaseRuleDto): Promise<StreamableFile> {
    const { items } = await this.allotmentRows.page({ tenancy: { wholeTerritory: true }, where: { callId }, limit: 1 });
    if (items.length === 0) throw new ProblemError('call-without-allotments');
    return new StreamableFile(Readable.from(this.lines(callId, changes)), { type: 'application/x-ndjson' });
  }

  private async *lines(callId: string, changes: TryPurchaseRuleDto): AsyncGenerator<string> {
    const { store, ambient } = this.ports;
    const terms = new Map<string, CallTerms>();
    const trial = new PurchaseRuleTrial(callId, (id) => terms.get(id));
    // Terms never change after a call was published, so any allotment of it knows them.
    const learn = async (unknown: readonly { readonly allotmentId: string }[]): Promise<void> => {
      for (const { allotmentId } of unknown) {
        const row = await this.allotmentRows.get(allotmentId);
        if (row) terms.set(row.callId, row.callId === callId ? changed(row.terms, changes) : row.terms);
      }
    };
    const known = (past: PastPurchase): Promise<void> | undefined => {
      const unknown = past.kind === 'requested' ? past.quotedOn.allotments.filter((one) => !terms.has(one.callId)) : [];
      return unknown.length > 0 ? learn(unknown) : undefined;
    };
    let last: ReplayProgress | undefined;
    for await (last of replayPurchases({ journal: store.journal, timers: ambient.timers }, trial, periodOf(changes), known)) {
      yield line({ decisions: last.decisions, ...(last.upTo !== undefined && { upTo: last.upTo }) });
    }
    const { actual, tried } = trial.outcome();
    const view = (outcome: typeof actual): PurchaseTrialView['actual'] => ({ ...outcome, byMunicipality: outcome.byMunicipality.map((one) => ({ ...one })) });
    yield line({ result: { actual: view(actual), tried: view(tried), decisions: trial.decisions, notTried: last?.without ?? 0, isWhole: last?.isWhole ?? true, limits: LIMITS } });
  }
}

const line = (view: PurchaseTrialLineView): string => `${JSON.stringify(view)}\n`;

const periodOf = ({ from, to }: TryPurchaseRuleDto): Period => ({
  from: from === undefined ? FIRST : startOfRomeDay(from),
  to: to === undefined ? LAST : addMs(endOfRomeDay(to), 1),
});

/** The terms with the changes; 0 takes a limit away. */
function changed(terms: CallTerms, { from: _from, to: _to, ...given }: TryPurchaseRuleDto): CallTerms {
  const figures = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...terms, ...Object.fromEntries(figures.map(([name, value]) => [name, value === 0 ? undefined : value])) };
}
