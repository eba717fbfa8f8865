import createClient from 'openapi-fetch';
import type { paths } from './generated/schema';
import { problemOfBody } from './problem';

/** The product's own API, on the portal's own origin: the session's cookie goes along by itself. */
export const client = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });

interface Fetched<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer; a refusal is thrown as a Problem. */
export async function bodyOf<T>(fetched: Promise<Fetched<T>>): Promise<T> {
  const { data, error, response } = await fetched;
  if (!response.ok) throw problemOfBody(error, response.status);
  return data as T;
}

/** As `bodyOf`, and the lists named will show this change when each is next read. */
export async function writtenTo<T>(lists: ListName | readonly ListName[], fetched: Promise<Fetched<T>>): Promise<T> {
  const body = await bodyOf(fetched);
  const position = (await fetched).response.headers.get('salvatempo-position');
  if (position !== null) for (const list of [lists].flat()) positions.set(list, position);
  return body;
}

export type ListName = 'calls' | 'allotments' | 'vouchers' | 'purchases' | 'plans' | 'providers' | 'orders' | 'offers' | 'my-offers' | 'employees' | 'surveys' | 'intermediaries' | 'mandates' | 'contacts' | 'hours' | 'networks' | 'claims' | 'claims-queue' | 'meetings' | 'own-purchases' | 'transfers-awaited' | 'transfers-owed-back' | 'transfers-found' | 'work' | 'payroll-closings' | 'covers' | 'bank-lines' | 'premiums' | 'premium-contracts' | 'meals' | 'proformas' | 'contributions' | 'contributions-waiting' | 'contributions-paid';

const positions = new Map<ListName, string>();

/** The header with which a list is asked to wait for the last change made here; once. */
export function seeOwnChange(list: ListName): Record<string, string> {
  const position = positions.get(list);
  positions.delete(list);
  return position === undefined ? {} : { 'salvatempo-position': position };
}

/** Headers of a request that changes something; `key` is that of the attempt. Waits for a process that ends soon. */
export const change = (key: string, more: Record<string, string> = {}): { headers: Record<string, string> } => ({
  headers: { 'idempotency-key': key, prefer: 'wait=2', ...more },
});

/** A file of values as it was chosen, not as JSON. */
export const csv = (key: string, text: string): { headers: Record<string, string>; body: never; bodySerializer: () => string } => ({
  headers: { 'idempotency-key': key, prefer: 'wait=2', 'content-type': 'text/csv' },
  body: text as never,
  bodySerializer: () => text,
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type FileBody = {
  readonly headers: Record<string, string>;
  readonly body: never;
  readonly bodySerializer: () => File;
};

const asItIs = (file: File, type: string, key?: string): FileBody => ({
  headers: { ...(key !== undefined && { 'idempotency-key': key }), 'content-type': type },
  body: file as never,
  bodySerializer: () => file,
});

/** A chosen file as it is, a spreadsheet by its name and anything else as values; without a key where it only asks. */
export function fileBody(file: File, key?: string): FileBody {
  const { headers, ...sent } = asItIs(file, file.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv', key);
  return { headers: { ...headers, prefer: 'wait=2' }, ...sent };
}

/** A chosen document as it is: what it is shows from its content. Without a key where it only asks. */
export const documentBody = (file: File, key?: string): FileBody => asItIs(file, 'application/octet-stream', key);
