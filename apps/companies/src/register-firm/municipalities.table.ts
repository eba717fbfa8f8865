import { belfioreConnector } from '@marketto/belfiore-connector-embedded';

/** What the list says of a place that still exists. */
const NEVER = 9999;

/** Whether a Belfiore code is that of an Italian Comune which still exists; countries have codes too, but no province. */
export async function isMunicipality(belfioreCode: string): Promise<boolean> {
  const place = await belfioreConnector.findByCode(belfioreCode);
  return place !== null && 'province' in place && place.expirationDate?.getUTCFullYear() === NEVER;
}
