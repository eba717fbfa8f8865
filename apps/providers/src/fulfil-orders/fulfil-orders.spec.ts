import { orderOpened, workCompleted } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { order } from '../domain/order';
import { completeOrderSlice } from './complete-order.decider';
import { openOrderSlice } from './open-order.decider';

const aggregate = { ...order, slices: [openOrderSlice, completeOrderSlice] };
const [orderId, providerId, offerId, purchaseId, voucherId, holderPersonId] = ['ord', 'prv', 'off', 'pur', 'vou', 'per'].map((prefix) => derivedId(prefix, 'spec')) as [string, string, string, string, string, string];
const facts = { providerId, offerId, purchaseId, voucherId, holderPersonId, priceCents: 4_000 };
const opened = orderOpened.of({ ...facts, orderId });
const AT = '2026-09-01T08:00:00.000Z';
const completed = workCompleted.of({ ...facts, orderId, completedAt: AT });
const complete = (by = providerId) => ({ type: 'complete-order', data: { providerId: by } });

describe('an order', () => {
  it('opens once for a redeemed voucher', () => {
    given(aggregate).when({ type: 'open-order', data: facts }, { id: orderId }).then([opened]);
    given(aggregate, [opened]).when({ type: 'open-order', data: facts }).then([]);
  });

  it('is completed once, by its provider; a second time says when that was', () => {
    given(aggregate, [opened]).when(complete(), { at: AT }).then([completed]);
    given(aggregate, [opened, completed]).when(complete()).then({ code: 'work-already-completed', params: { completedAt: AT } });
    given(aggregate, [opened]).when(complete(derivedId('prv', 'other'))).then({ code: 'order-not-found' });
    given(aggregate).when(complete()).then({ code: 'order-not-found' });
  });
});
