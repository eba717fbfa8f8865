import { ProblemError, type FieldError } from '@salvatempo/http';
import { isFiscalCode, normaliseFiscalCode, sexIn } from '@salvatempo/kernel';
import type { TerritoryKeys } from '@salvatempo/runtime';
import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools';
import type { FirmContact, FirmFacts } from '../domain/firm';
import { isSector } from './ateco-divisions.table';
import { acceptedVersion } from './declarations.table';
import { isMunicipality } from './municipalities.table';
import type { FirmDataDto } from './register-firm.dto';

/** What a firm declared and was found right. */
export interface FirmData extends Omit<FirmFacts, 'firmId' | 'ownerPersonId'>, FirmContact {
  readonly name: string;
}

/**
 * Checks what the shape of the fields alone can't tell. Throws ProblemError `invalid-request` with each field that is wrong
 * (`more` adds to them), and `declaration-outdated` where another text than today's was accepted.
 * @param today the day in Rome.
 */
export async function checkedFirmData(body: FirmDataDto, today: string, more: readonly FieldError[] = []): Promise<FirmData> {
  const { name, employeesCount, sector, municipality, artisan } = body;
  const occupatiCount = body.occupatiCount ?? employeesCount;
  const errors = [...more];
  if (occupatiCount < employeesCount) errors.push({ field: 'occupatiCount', code: 'fewer-than-employees', message: 'Le persone occupate comprendono i dipendenti: non possono essere di meno.' });
  if (!(await isMunicipality(municipality))) errors.push({ field: 'municipality', code: 'municipality-unknown', message: 'Nessun Comune ha questo codice catastale.' });
  if (!isSector(sector, today)) errors.push({ field: 'sector', code: 'sector-unknown', message: 'Nessuna divisione ATECO in vigore comincia con queste due cifre.' });
  const owner = ownerOf(body, errors);
  const iban = ibanOf(body.iban, errors);
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
  const version = acceptedVersion('firm-data', today, body.declarationVersion);
  const facts = { employeesCount, occupatiCount, sector, municipality, ...(artisan === undefined ? {} : { artisan }) };
  return { name: name.trim(), ...facts, ...owner, ...iban, declaration: { code: 'firm-data', version } };
}

/** The owner as a beneficiary: who has the declared codice fiscale. Nothing where none is declared. */
export const beneficiaryOf = ({ ownerFiscalCode }: Pick<FirmContact, 'ownerFiscalCode'>, keys: Pick<TerritoryKeys, 'personId'>): Pick<FirmFacts, 'beneficiaryPersonId' | 'beneficiarySex'> => {
  if (ownerFiscalCode === undefined) return {};
  const beneficiarySex = sexIn(ownerFiscalCode);
  return { beneficiaryPersonId: keys.personId(ownerFiscalCode), ...(beneficiarySex && { beneficiarySex }) };
};

function ownerOf({ ownerName, ownerSurname, ownerFiscalCode }: FirmDataDto, errors: FieldError[]): Pick<FirmContact, 'ownerName' | 'ownerSurname' | 'ownerFiscalCode'> {
  const given = { ownerName, ownerSurname, ownerFiscalCode };
  const missing = Object.entries(given).filter(([, value]) => value === undefined || value.trim() === '');
  if (ownerName === undefined && ownerSurname === undefined && ownerFiscalCode === undefined) return {};
  for (const [field] of missing) errors.push({ field, code: 'owner-incomplete', message: 'Del titolare servono nome, cognome e codice fiscale.' });
  if (missing.length > 0) return {};
  const fiscalCode = normaliseFiscalCode(ownerFiscalCode!);
  if (!isFiscalCode(fiscalCode)) errors.push({ field: 'ownerFiscalCode', code: 'fiscal-code-check', message: 'Il codice fiscale non è giusto: controllare i 16 caratteri.' });
  return { ownerName: ownerName!.trim(), ownerSurname: ownerSurname!.trim(), ownerFiscalCode: fiscalCode };
}

function ibanOf(written: string | undefined, errors: FieldError[]): Pick<FirmContact, 'iban'> {
  if (written === undefined) return {};
  const iban = electronicFormatIBAN(written) ?? '';
  if (!isValidIBAN(iban)) errors.push({ field: 'iban', code: 'iban', message: 'L’IBAN non è giusto: controllare lettere e cifre.' });
  else if (!isSEPACountry(iban.slice(0, 2))) errors.push({ field: 'iban', code: 'iban-outside-sepa', message: 'Serve un conto nell’area SEPA.' });
  return { iban };
}
