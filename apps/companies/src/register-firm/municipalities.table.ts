import { belfioreConnector } from '@marketto/belfiore-connector-embedded';

/** What the list says of a place that still exists. */
const NEVER = 9999;

/** Whether a Belfiore code is that of an Italian Comune which still exists; countries have codes too, but no province. */
export async function isMunicipality(belfioreCode: string): Promise<boolean> {
  const place = await belfioreConnector.findByCode(belfioreCode);
  return place !== null && 'province' in place && place.expirationDate?.getUTCFullYear() === NEVER;
}

/** The Belfiore code of a Comune that still exists, by its code or its name; undefined where there is none. */
export async function municipalityOf(codeOrName: string): Promise<string | undefined> {
  const typed = codeOrName.trim();
  if (/^[A-Z]\d{3}$/i.test(typed)) return (await isMunicipality(typed.toUpperCase())) ? typed.toUpperCase() : undefined;
  const code = typed === '' ? undefined : (await belfioreConnector.findByName(typed))?.belfioreCode;
  return code !== undefined && (await isMunicipality(code)) ? code : undefined;
}
