import { createHash } from 'node:crypto';
import type { ApiClient } from '../api-client';
import { openCall } from '../journey';
import { until } from '../patience';
import type { Firm } from '../people';
import type { TourLog } from '../tour-log';

/** What a ranking came to. */
export interface RankingEnd {
  readonly funded: number;
  readonly waiting: number;
  /** Whether it comes out the same when it is made again of what is published. */
  readonly isMadeAgain: boolean;
}

interface Ranking {
  readonly seedHash: string;
  readonly seed: string;
  readonly places: readonly { readonly applicationId: string; readonly points: number; readonly outcome: string }[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Long enough for two applications, on a slow machine too. */
const OPEN_FOR_MS = 8_000;

/** A call that takes applications until its time. */
export interface OpenRanking {
  readonly callId: string;
  readonly closesMs: number;
}

/** Two firms with equal points and money for one: the seed, bound beforehand by its hash, is to decide. */
export async function openRanking(operator: ApiClient, log: TourLog, firms: readonly Firm[], name: string): Promise<OpenRanking> {
  const closesMs = Date.now() + OPEN_FOR_MS;
  const ranking = { version: '1.0', applicationsCloseAt: new Date(closesMs).toISOString(), criteria: [{ code: 'piccole', points: 10, text: 'Impresa fino a tre dipendenti', about: 'employees', to: 3 }] };
  const changes = { incentiveBasisPoints: 5_000, budgetCents: 100_000, eligibleServiceCodes: ['babysitting'], ranking };
  const callId = await openCall(operator, log, 'apre un bando a graduatoria per una sola impresa, con la tabella dei punti e l’impronta del seme', `Tempo per te, a graduatoria (${name})`, changes);
  for (const { owner, firmId } of firms) await log.step('impresa', 'fa domanda: ammissibile, in attesa della graduatoria', () => owner.post(`/api/programmes/calls/${callId}/applications`, { firmId }));
  return { callId, closesMs };
}

/** Waits for the end of the applications, and makes the ranking. */
export async function makeRanking(operator: ApiClient, log: TourLog, { callId, closesMs }: OpenRanking): Promise<RankingEnd> {
  await until('the end of the applications', () => Promise.resolve(Date.now()), (nowMs) => nowMs > closesMs, 2 * OPEN_FOR_MS);
  const ranking = await log.step('operatore', 'fa la graduatoria: a pari punti decide il seme, che chiunque può verificare', () => operator.post<Ranking>(`/api/programmes/calls/${callId}/ranking`));
  return endOf(ranking);
}

function endOf({ seed, seedHash, places }: Ranking): RankingEnd {
  const again = [...places].sort((a, b) => b.points - a.points || (sha256(seed + a.applicationId) < sha256(seed + b.applicationId) ? -1 : 1));
  const count = (wanted: string): number => places.filter(({ outcome }) => outcome === wanted).length;
  return { funded: count('funded'), waiting: count('waiting'), isMadeAgain: sha256(seed) === seedHash && again.every(({ applicationId }, n) => applicationId === places[n]!.applicationId) };
}
