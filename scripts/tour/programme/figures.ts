import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { ApiClient } from '../api-client';
import { atRest, unlike, type Told } from '../at-rest';
import type { ProgrammeEnd } from './journey';
import type { OwnerPurchaseEnd } from './owner';
import type { RankingEnd } from './ranking';
import type { PlanDraftEnd, SurveyEnd } from './survey';

export interface ProgrammeFigures {
  readonly deMinimis: { readonly refusal: string; readonly committedCents: number };
  /** What another rule would have done: firms with a grant, and euros of purchases, as it was and as it would have been. */
  readonly ruleTrials: { readonly firms: readonly [number, number]; readonly cents: readonly [number, number] };
  readonly ranking: RankingEnd;
  readonly survey: SurveyEnd;
  readonly planDraft: PlanDraftEnd;
  readonly ownerPurchase: OwnerPurchaseEnd;
  readonly dossier: { readonly reportableCents: number; readonly lines: number; readonly missing: number; readonly files: number };
}

/** What the second part must end with (to the cent). */
const RIGHT: ProgrammeFigures = {
  deMinimis: { refusal: 'de-minimis-exceeded', committedCents: 97_200 },
  ruleTrials: { firms: [1, 0], cents: [2_800, 2_000] },
  ranking: { funded: 1, waiting: 1, isMadeAgain: true },
  survey: { scope: 'firm', answers: 5 },
  planDraft: { scope: 'firm', answers: 5, services: 2 },
  ownerPurchase: { awaited: 'awaiting-transfer', incentiveCents: 3_200, ownCents: 800, receipt: 'order', status: 'settled' },
  dossier: { reportableCents: 2_800, lines: 1, missing: 1, files: 6 },
};

interface Trial {
  readonly actual: { readonly firms: number; readonly cents: number };
  readonly tried: { readonly firms: number; readonly cents: number };
}

interface Dossier {
  readonly reportableCents: number;
  readonly lineCount: number;
  readonly missingCount: number;
}

/** Reads every figure from the API, once they have come to rest or the time for that is over. */
export const readProgrammeFigures = (operator: ApiClient, end: ProgrammeEnd): Promise<Told<ProgrammeFigures>> => atRest('the figures of the programme', () => read(operator, end), (seen) => unlike(seen, RIGHT));

async function read(operator: ApiClient, { callId, refusal, ranking, survey, planDraft, ownerPurchase }: ProgrammeEnd): Promise<ProgrammeFigures> {
  const { fund } = await operator.get<{ fund: { committedCents: number } }>(`/api/programmes/calls/${callId}`);
  const { actual, tried } = await operator.get<Trial>(`/api/programmes/calls/${callId}/rule-trial?maxHeadcount=2`);
  const purchases = await purchaseTrial(operator, `/api/marketplace/purchase-trials/${callId}?incentiveBasisPoints=5000`);
  const { reportableCents, lineCount, missingCount } = await operator.get<Dossier>(`/api/programmes/calls/${callId}/dossier`);
  return {
    deMinimis: { refusal, committedCents: fund.committedCents },
    ruleTrials: { firms: [actual.firms, tried.firms], cents: [purchases.actual.cents, purchases.tried.cents] },
    ranking,
    survey,
    planDraft,
    ownerPurchase,
    dossier: { reportableCents, lines: lineCount, missing: missingCount, files: filesOf(await operator.bytes(`/api/programmes/calls/${callId}/dossier/archive`)) },
  };
}

/** The last line of the answer is the result. */
async function purchaseTrial(operator: ApiClient, path: string): Promise<Trial> {
  const lines = new TextDecoder().decode(await operator.bytes(path)).trimEnd().split('\n');
  return (JSON.parse(lines.at(-1)!) as { result: Trial }).result;
}

/** How many files of an archive are as its list of digests says. */
function filesOf(archive: Uint8Array): number {
  const files = unzipSync(archive);
  const listed = strFromU8(files.SHA256SUMS!).trimEnd().split('\n').map((line) => line.split('  ') as [string, string]);
  return listed.filter(([digest, name]) => createHash('sha256').update(files[name]!).digest('hex') === digest).length;
}
