import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { hasRole, organisationsOf, ProblemError, type Principal } from '@salvatempo/http';
import type { Opened } from '../domain/call';
import { tieBreakOf } from '../domain/ranking';
import { CriterionView } from '../read-calls/points-table.view';

export class RankingPlaceView {
  @ApiProperty({ description: 'From 1.' }) place!: number;
  @ApiProperty({ description: 'The allotment’s id, which stands for the firm.' }) applicationId!: string;
  @ApiPropertyOptional({ description: 'Only for operators, and for the firm itself.' }) firmId?: string;
  @ApiProperty() points!: number;
  @ApiProperty({ type: [String], description: 'Codes of the criteria that the firm fulfils.' }) gained!: string[];
  @ApiProperty({ description: 'SHA-256 of seed and applicationId, one behind the other; between equal points the smaller one is first.' }) tieBreak!: string;
  @ApiProperty({ description: 'What it asks of the fund, in euro cents.' }) amountCents!: number;
  @ApiProperty({ enum: ['funded', 'waiting', 'unfunded', 'ended'], description: '`waiting`: eligible and not funded, until money comes back or the call closes; `ended`: funded, and gave back what it didn’t spend.' }) outcome!: string;
}

/** The ranking as it is published: with the points table and the seed anybody can make it again. */
export class RankingView {
  @ApiProperty() callId!: string;
  @ApiProperty({ description: 'Version of the points table.' }) version!: string;
  @ApiProperty({ format: 'date-time' }) applicationsCloseAt!: string;
  @ApiProperty({ description: 'SHA-256 of the seed, published with the call.' }) seedHash!: string;
  @ApiPropertyOptional({ description: 'Revealed when the ranking is made.' }) seed?: string;
  @ApiProperty({ type: [CriterionView] }) criteria!: CriterionView[];
  @ApiProperty({ description: 'Applications that were taken and not refused.' }) applications!: number;
  @ApiProperty({ type: [RankingPlaceView], description: 'In order; empty until the ranking is made.' }) places!: RankingPlaceView[];
}

/** The ranking of a call for somebody who looks at it. Throws ProblemError `call-not-ranked`. */
export function rankingView({ callId, terms, applications = [], ranking }: Opened, who: Principal): RankingView {
  if (!terms.ranking) throw new ProblemError('call-not-ranked');
  const { version, applicationsCloseAt, seedHash, criteria } = terms.ranking;
  const own = new Set([...organisationsOf(who, 'firm-admin'), ...organisationsOf(who, 'employee')]);
  const isShown = (firmId: string): boolean => hasRole(who, 'operator') || own.has(firmId);
  const places = (ranking?.places ?? []).map(({ allotmentId, firmId, points, gained, amountCents, outcome }, index) => ({
    place: index + 1,
    applicationId: allotmentId,
    ...(isShown(firmId) && { firmId }),
    points,
    gained: [...gained],
    tieBreak: tieBreakOf(ranking!.seed, allotmentId),
    amountCents,
    outcome,
  }));
  return { callId, version, applicationsCloseAt, seedHash, ...(ranking && { seed: ranking.seed }), criteria: structuredClone(criteria), applications: ranking ? places.length : applications.length, places };
}
