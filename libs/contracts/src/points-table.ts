import { z } from 'zod';
import { instantSchema, serviceCodeSchema } from './envelope/envelope';

/** What of a firm a criterion looks at: only what a call knows of every firm that applies. */
export const criterionAboutSchema = z.enum(['employees', 'occupati', 'sector', 'municipality', 'membership', 'artisan', 'no-other-funding']);
export type CriterionAbout = z.infer<typeof criterionAboutSchema>;

/** One row of a points table. A firm that fulfils it has all of its points, any other none. */
export const criterionSchema = z.object({
  code: serviceCodeSchema,
  points: z.number().int().min(1).max(1_000),
  /** In Italian, as it is published. */
  text: z.string().min(1).max(200),
  about: criterionAboutSchema,
  /** Of a headcount: both ends included; one that is absent is open. */
  from: z.number().int().min(0).max(100_000).optional(),
  to: z.number().int().min(0).max(100_000).optional(),
  /** Of a sector (ATECO codes or their beginnings), a Comune (Belfiore codes) or a membership: one of these. */
  oneOf: z.array(z.string().regex(/^(\d{2}(\.\d{1,2}){0,2}|[A-Z]\d{3}|[a-z][a-z0-9-]{0,39})$/)).min(1).max(60).optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** What makes a call a ranked one (GRADUATORIA, docs/rules). Absent, the first that comes is served first (SPORTELLO). */
export const rankingTermsSchema = z.object({
  /** Version of the points table. */
  version: z.string().regex(/^\d{1,4}(\.\d{1,4}){0,2}$/),
  /** Applications are taken until here, and are ranked from here on. */
  applicationsCloseAt: instantSchema,
  /** SHA-256 of the seed that decides between equal points; the seed itself is revealed with the ranking. */
  seedHash: z.string().regex(/^[0-9a-f]{64}$/),
  criteria: z.array(criterionSchema).min(1).max(20),
});
export type RankingTerms = z.infer<typeof rankingTermsSchema>;

/** What an application has by the points table. */
export const pointsSchema = z.object({ total: z.number().int().min(0).max(20_000), gained: z.array(serviceCodeSchema).max(20) });
export type Points = z.infer<typeof pointsSchema>;

/** Where an application stands in the ranking, from 1, among how many, and what was free in the fund when its turn came. */
export const rankedSchema = z.object({ place: z.number().int().min(1), of: z.number().int().min(1), freeCents: z.number().int().min(0).max(100_000_000_000) });
export type Ranked = z.infer<typeof rankedSchema>;
