import type { GroupReport } from '@salvatempo/messaging';
import { countReport } from '../metrics/figures';
import type { ProcessLog } from '../ports';

/** Counts and writes down what consumer groups report: dead letters as errors, the rest as warnings. */
export const consumerReport =
  (log: ProcessLog, onStandstill?: (group: string) => void) =>
  (report: GroupReport): void => {
    countReport(report);
    if (report.kind === 'standstill') return onStandstill?.(report.group);
    const { kind, ...facts } = report;
    if (kind === 'dead-letter') log.error(facts, 'a message went to the dead letters');
    else if (kind === 'deferred') log.info(facts, 'a message waits for what it follows');
    else log.warn(facts, `a consumer reports: ${kind}`);
  };
