import { DatedRules } from '@salvatempo/kernel';
import table from '../../../../docs/rules/service-letters.json';

const letters = new DatedRules('service-letters', table.rows, (row) => row.serviceCode);

/**
 * The letter of TUIR art. 51 that a service has by default on a day in Rome, from `docs/rules/service-letters.json` (norm and
 * confidence per row); undefined for a service that no row of that day knows.
 */
export const taxLetterOf = (serviceCode: string, date: string): string | undefined => letters.at(serviceCode, date)?.taxLetter;
