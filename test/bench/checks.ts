import type { Check } from './check';
import { oracleCheck } from './oracle/check';
import { yearEndCheck } from './year-end/check';

export const CHECKS: readonly Check[] = [oracleCheck, yearEndCheck];
