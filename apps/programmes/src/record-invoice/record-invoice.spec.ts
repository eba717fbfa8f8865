import { INVOICE_NUMBER, invoiceFileKept, invoiceRecorded, invoiceWithdrawn } from '@salvatempo/contracts';
import { MAX_DOCUMENT_BYTES } from '@salvatempo/store';
import { given } from '@salvatempo/testing';
import { invoiceBook, MAX_BOOK_INVOICES, MAX_BOOK_PURCHASES } from '../domain/invoice-book';
import { keepInvoiceFileSlice } from '../keep-invoice-file/keep-invoice-file.decider';
import { recordInvoiceSlice } from './record-invoice.decider';
import { withdrawInvoiceSlice } from './withdraw-invoice.decider';

const books = { ...invoiceBook, slices: [recordInvoiceSlice, keepInvoiceFileSlice, withdrawInvoiceSlice] };
const bookId = 'inb_00000000000000000000000000';
const CUP = 'E12C34567890001';
const ids = { callId: 'cal_1', providerId: 'prv_1' };
const facts = { ...ids, month: '2026-09', invoiceId: 'inv_1', number: '12/PA', issuedOn: '2026-09-30', netCents: 6_557, vatCents: 1_443 };
const purchases = (...names: string[]) => names.map((purchaseId) => ({ purchaseId, totalCents: 4_000 }));
const recorded = (more: object = {}, ...purchaseIds: string[]) => invoiceRecorded.of({ ...facts, cup: CUP, bookId, purchaseIds: purchaseIds.length === 0 ? ['pur_1', 'pur_2'] : purchaseIds, ...more });
const record = (more: object = {}) => ({ type: 'record-invoice', data: { ...facts, cup: CUP, callCup: CUP, purchases: purchases('pur_1', 'pur_2'), ...more } });
const withdraw = (invoiceId = 'inv_1') => ({ type: 'withdraw-invoice', data: { invoiceId } });
const withdrawn = invoiceWithdrawn.of({ bookId, invoiceId: 'inv_1', ...ids });

describe('the invoices of a provider for a call and a month', () => {
  it('bill what their purchases cost, net and VAT together', () => {
    given(books).when(record()).then([recorded()]);
    given(books).when(record({ netCents: 8_000, vatCents: 0 })).then([recorded({ netCents: 8_000, vatCents: 0 })]);
    given(books).when(record({ vatCents: 1_444 })).then({ code: 'invoice-amount-differs', params: { expected: '80,00 €' } });
    given(books).when(record({ netCents: 7_000, vatCents: 999 })).then({ code: 'invoice-amount-differs', params: { expected: '80,00 €' } });
  });

  it('bear the call’s CUP, and none where it has none', () => {
    const { cup: _cup, ...without } = record().data;
    given(books).when({ type: 'record-invoice', data: without }).then({ code: 'invoice-cup-differs' });
    given(books).when(record({ cup: 'E12C34567890002' })).then({ code: 'invoice-cup-differs' });
    given(books).when(record({ callCup: undefined })).then({ code: 'invoice-cup-differs' });
    const { callCup: _callCup, ...neither } = without;
    given(books).when({ type: 'record-invoice', data: neither }).then([invoiceRecorded.of({ ...facts, bookId, purchaseIds: ['pur_1', 'pur_2'] })]);
  });

  it('have a purchase on one of them and each its own number', () => {
    given(books, [recorded()]).when(record({ invoiceId: 'inv_2', number: '13/PA' })).then({ code: 'purchase-invoiced-already' });
    given(books, [recorded()]).when(record({ invoiceId: 'inv_2', purchases: purchases('pur_3', 'pur_4') })).then({ code: 'invoice-number-taken' });
    const second = { invoiceId: 'inv_2', number: '13/PA' };
    given(books, [recorded()]).when(record({ ...second, purchases: purchases('pur_3', 'pur_4') })).then([recorded(second, 'pur_3', 'pur_4')]);
  });

  it('are taken back where they were wrong, and their purchases go on another', () => {
    given(books, [recorded()]).when(withdraw()).then([withdrawn]);
    given(books, [recorded()]).when(withdraw('inv_2')).then({ code: 'invoice-not-found' });
    given(books, [recorded(), withdrawn]).when(withdraw()).then({ code: 'invoice-not-found' });
    given(books, [recorded(), withdrawn]).when(record({ invoiceId: 'inv_3' })).then([recorded({ invoiceId: 'inv_3' })]);
    expect(() => given(books).when(withdraw())).toThrow('no book');
  });

  it('have their file beside them, one each, which goes when they are taken back', () => {
    const file = { fileId: 'ivf_1', kind: 'pdf' as const, sizeBytes: 9, contentHash: 'a'.repeat(64) };
    const keep = (invoiceId = 'inv_1') => ({ type: 'keep-invoice-file', data: { invoiceId, ...file } });
    const kept = invoiceFileKept.of({ bookId, invoiceId: 'inv_1', ...ids, ...file });
    given(books, [recorded()]).when(keep()).then([kept]);
    given(books, [recorded()]).when(keep('inv_2')).then({ code: 'invoice-not-found' });
    given(books).when(keep()).then({ code: 'invoice-not-found' });
    given(books, [recorded(), kept]).when(keep()).then({ code: 'invoice-file-kept-already' });
    given(books, [recorded(), kept]).when(withdraw()).then([invoiceWithdrawn.of({ bookId, invoiceId: 'inv_1', ...ids, fileId: 'ivf_1' })]);
  });

  it('are so few that they fit into a document', () => {
    const id = (n: number): string => `pur_${String(n).padStart(26, '0')}`;
    const all = Array.from({ length: MAX_BOOK_INVOICES }, (_, n) => recorded({ invoiceId: `inv_${String(n).padStart(26, '0')}`, number: `${n}` }, ...Array.from({ length: MAX_BOOK_PURCHASES / MAX_BOOK_INVOICES }, (_one, m) => id(n * 100 + m))));
    given(books, all).when(record()).then({ code: 'invoice-book-full' });
    given(books, all.slice(0, -1)).when(record({ purchases: purchases(...Array.from({ length: 21 }, (_, n) => id(90_000 + n))) })).then({ code: 'invoice-book-full' });
    const { state } = given(books, [...all.slice(1), ...all.slice(2).map(({ data: { invoiceId } }) => invoiceFileKept.of({ bookId, invoiceId, ...ids, fileId: `ivf_${'0'.repeat(26)}`, kind: 'fattura-pa', sizeBytes: 10_485_760, contentHash: 'a'.repeat(64) }))]).when(withdraw(`inv_${String(MAX_BOOK_INVOICES - 1).padStart(26, '0')}`));
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(MAX_DOCUMENT_BYTES * 0.12);
  });
});

it('takes numbers as invoices have them, and nothing that could be somebody', () => {
  for (const number of ['1', '12/PA', '2026/001', 'FPR 12/26', 'FE-12-2026', 'A0001', '00012/2026/B', '12345678']) expect([number, INVOICE_NUMBER.test(number)]).toEqual([number, true]);
  for (const number of ['', 'VLLMRT88D52E648U', 'IT60X0542811101000000123456', 'Marta Vallini', 'n. 12', '12 / 26', '12/', '123456789', '1/2/3/4/5', '1/2345678', `1/${'2/'.repeat(10)}3`]) expect([number, INVOICE_NUMBER.test(number)]).toEqual([number, false]);
});
