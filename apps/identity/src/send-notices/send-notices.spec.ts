import { noticeDelayed, noticeDropped, noticeRequested, noticeRetried, noticeSent, type NoticeTemplate } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { MAX_ATTEMPTS, notice, pauseAfter } from '../domain/notice';
import { delayNoticeSlice, retryNoticeSlice } from './delay-notice.decider';
import { dropNoticeSlice, noteSentSlice } from './finish-notice.decider';
import { mailText, romanDay, romanTime } from './mail-text.template';
import { requestNoticeSlice } from './request-notice.decider';

const notices = { ...notice, slices: [requestNoticeSlice, noteSentSlice, dropNoticeSlice, delayNoticeSlice, retryNoticeSlice] };
const noticeId = 'not_00000000000000000000000000';
const facts = { personId: 'per_marta', template: 'voucher-issued' as const, about: 'vou_one' };
const who = { noticeId, personId: 'per_marta' };
const requested = noticeRequested.of({ noticeId, ...facts });
const delayed = noticeDelayed.of({ ...who, attempt: 1, retryAt: '2026-09-01T08:01:00.000Z' });
const tell = (type: string, data: object = {}) => ({ type, data });

describe('a notice', () => {
  it('is requested once, and sent once', () => {
    given(notices).when(tell('request-notice', facts)).then([requested]);
    given(notices, [requested]).when(tell('request-notice', facts)).then([]);
    const sent = noticeSent.of({ noticeId, ...facts });
    given(notices, [requested]).when(tell('note-sent')).then([sent]);
    for (const late of ['note-sent', 'delay-notice', PASS_DEADLINE]) given(notices, [requested, sent]).when(tell(late)).then([]);
    given(notices, [requested, sent]).when(tell('drop-notice', { reason: 'refused' })).then([]);
  });

  it('is dropped with its reason', () => {
    given(notices, [requested]).when(tell('drop-notice', { reason: 'no-address' })).then([noticeDropped.of({ ...who, template: 'voucher-issued', reason: 'no-address' })]);
  });

  it('is put off while the mail server is in trouble, and comes back by itself', () => {
    const late = given(notices, [requested]).when(tell('delay-notice'));
    late.then([delayed]);
    expect(notice.deadline(late.state)).toBe('2026-09-01T08:01:00.000Z');
    given(notices, [requested, delayed]).when(tell(PASS_DEADLINE), { at: '2026-09-01T08:00:59.999Z' }).then([]);
    const again = given(notices, [requested, delayed]).when(tell(PASS_DEADLINE), { at: '2026-09-01T08:01:00.000Z' });
    again.then([noticeRetried.of({ ...who, attempt: 2 })]);
    expect(again.state).toEqual({ status: 'waiting', ...who, ...facts, attempt: 2 });
  });

  it('is put off to the morning where it is night, whatever the pause', () => {
    given(notices, [requested]).when(tell('delay-notice', { notBefore: '2026-09-02T06:00:00.000Z' })).then([noticeDelayed.of({ ...who, attempt: 1, retryAt: '2026-09-02T06:00:00.000Z' })]);
  });

  it('is given up after about a day', () => {
    const past = [requested, delayed, noticeRetried.of({ ...who, attempt: MAX_ATTEMPTS })];
    given(notices, past).when(tell('delay-notice')).then([noticeDropped.of({ ...who, template: 'voucher-issued', reason: 'given-up' })]);
    const hours = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => pauseAfter(i + 1)).reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(18);
    expect(hours).toBeLessThan(30);
  });
});

describe('the text of a mail', () => {
  const voucher = { name: 'Marta <b>Vallini</b>', provider: 'Il Filo', title: 'Stireria & lavanderia', value: '1.234,50 €', expiry: romanDay('2026-11-23T22:59:59.999Z'), link: 'https://x.example/voucher/vou_1' };

  it.each(['voucher-issued', 'voucher-cancelled', 'voucher-expired'] as const)('says service, value, expiry and link: %s', (name) => {
    const { subject, text, html } = mailText(name, voucher);
    expect(subject).toContain('Stireria & lavanderia');
    for (const part of ['Stireria & lavanderia', '1.234,50 €', 'lun 23 nov 2026', voucher.link]) expect(text).toContain(part);
    expect(html).toContain('Stireria &amp; lavanderia');
    expect(html).not.toContain('<b>');
    expect(`${text}${html}`).not.toContain('{{');
  });

  it('says how much of whose credit ends when, and how to have no more of these', () => {
    const items = [{ amount: '12,50 €', day: 'gio 31 dic 2026' }, { amount: '3,00 €', day: 'dom 31 gen 2027' }];
    const { subject, text, html } = mailText('credit-expiring', { total: '15,50 €', items, link: 'https://x.example/in-scadenza', optOutLink: 'https://x.example/avvisi/rem_1/ABC' });
    expect(subject).toBe('Credito welfare in scadenza: 15,50 €');
    for (const body of [text, html]) for (const part of ['12,50 €', 'gio 31 dic 2026', '3,00 €', 'https://x.example/in-scadenza', 'https://x.example/avvisi/rem_1/ABC']) expect(body).toContain(part);
    expect(`${text}${html}`).not.toContain('{{');
  });

  it('holds the code of a reset, and no line break in any subject', () => {
    const { text } = mailText('password-reset', { code: 'A1B2C-3D4E5', until: romanTime('2026-09-01T12:05:00.000Z'), link: 'https://x.example' });
    expect(text).toContain('A1B2C-3D4E5');
    expect(text).toContain('14:05');
    for (const name of ['voucher-issued', 'voucher-expired'] satisfies NoticeTemplate[]) expect(mailText(name, { ...voucher, title: 'a\r\nBcc: b' }).subject).not.toMatch(/[\r\n]/);
  });
});
