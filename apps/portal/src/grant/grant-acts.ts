import { bodyOf, change, client } from '../api/client';
import type { AllotmentView } from '../api/views';
import { centsOf } from '../format/money';

/** Whose page it is. */
export type Side = 'firm' | 'operator';
export type GrantAct = 'closure' | 'renunciation' | 'report' | 'verification' | 'payment' | 'revocation';

export interface ActValues {
  readonly reason: string;
  /** Of a verification. */
  readonly admitted: string;
  /** Of a payment. */
  readonly paidOn: string;
  readonly proof: string;
}

const acts: Readonly<Record<string, Readonly<Record<Side, readonly GrantAct[]>>>> = {
  granted: { firm: ['closure', 'renunciation'], operator: ['closure', 'revocation'] },
  spent: { firm: ['report'], operator: ['report', 'revocation'] },
  reported: { firm: [], operator: ['verification', 'revocation'] },
  verified: { firm: [], operator: ['payment', 'revocation'] },
  paid: { firm: [], operator: ['revocation'] },
};

/** What somebody may do next with a grant; whether it can be done is said by the answer. */
export const actsOf = ({ status }: AllotmentView, side: Side): readonly GrantAct[] => acts[status]?.[side] ?? [];

/** Acts that can't be taken back and after which the firm has less. */
export const isGrave = (act: GrantAct): boolean => act === 'revocation' || act === 'renunciation';

export function perform(act: GrantAct, allotmentId: string, { reason, admitted, paidOn, proof }: ActValues, key: string): Promise<AllotmentView> {
  const on = { params: { path: { allotmentId } }, ...change(key) };
  switch (act) {
    case 'closure':
      return bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/closure', { ...on, body: { reason } }));
    case 'renunciation':
      return bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/renunciation', { ...on, body: { reason } }));
    case 'report':
      return bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/report', { ...on, body: { reason } }));
    case 'verification':
      return bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/verification', { ...on, body: { reason, admittedCents: centsOf(admitted)! } }));
    case 'payment':
      return bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/payment', { ...on, body: { reason, paidOn, proof } }));
    case 'revocation':
      return bodyOf(client.POST('/api/programmes/allotments/{allotmentId}/revocation', { ...on, body: { reason } }));
  }
}
