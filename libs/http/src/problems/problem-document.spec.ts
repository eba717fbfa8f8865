import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { problems } from '@salvatempo/contracts';
import { NotStorableError } from '@salvatempo/kernel';
import { ContentionError, LogUnavailableError, TooManyWaitingError } from '@salvatempo/messaging';
import { DocumentTooLargeError, NewerSchemaError, StoreUnavailableError } from '@salvatempo/store';
import { problemDocument } from './problem-document';
import { problemOfError } from './problem-of-error';
import { ProblemError, problemOf } from './problem.error';

const read = (error: unknown) => problemDocument(problemOfError(error), '/api/x');

describe('a problem document', () => {
  it('has status, code and both texts of the published table, with its parameters filled in', () => {
    const document = problemDocument(problemOf({ code: 'credit-insufficient', params: { missingEuro: '3,00 €' } }), '/api/x');
    expect(document).toMatchObject({ type: '/problems/credit-insufficient', status: 409, code: 'credit-insufficient', instance: '/api/x' });
    expect(document.detail).toContain('mancano 3,00 €');
    expect(document.detailEn).toContain('3,00 € are missing');
  });

  it.each(Object.keys(problems))('is whole for %s', (code) => {
    const { status, title, detail, detailEn } = problemDocument(new ProblemError(code));
    expect(status).toBe(problems[code]!.status);
    expect(Math.min(title.length, detail.length, detailEn.length)).toBeGreaterThan(5);
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('of a code that isn’t published is a defect, and says nothing of it', () => {
    expect(problemDocument(new ProblemError('made-up', { extra: undefined }))).toMatchObject({ status: 500, code: 'unexpected' });
    expect(problemDocument(new ProblemError('toString'))).toMatchObject({ status: 500, code: 'unexpected' });
  });
});

describe('every error', () => {
  it.each<[string, unknown, number, string]>([
    ['a full disk', new StoreUnavailableError('full', 'full'), 503, 'try-later'],
    ['a log that is away', new LogUnavailableError('away'), 503, 'try-later'],
    ['a lost race', new ContentionError('fun_1', 2_000), 503, 'try-later'],
    ['a crowd', new TooManyWaitingError('fun_1'), 503, 'try-later'],
    ['a document of a newer program', new NewerSchemaError('c', 'i', 2, 1), 503, 'try-later'],
    ['a document above its limit', new DocumentTooLargeError('document', 'x', 2, 1), 413, 'too-large'],
    ['what can’t be stored', new NotStorableError('state', 'no'), 413, 'too-large'],
    ['a body that fastify refuses', Object.assign(new Error('big'), { statusCode: 413 }), 413, 'too-large'],
    ['a content type that fastify refuses', Object.assign(new Error('xml'), { statusCode: 415 }), 415, 'unsupported-media-type'],
    ['a route that isn’t there', new NotFoundException(), 404, 'no-such-route'],
    ['Nest’s own refusal', new BadRequestException(), 400, 'invalid-json'],
    ['a status nobody has a problem for', new HttpException('tea', 418), 500, 'unexpected'],
    ['a defect', new TypeError('x is undefined'), 500, 'unexpected'],
    ['a thrown text', 'oh', 500, 'unexpected'],
    ['a thrown null', null, 500, 'unexpected'],
  ])('is a published problem: %s', (_what, error, status, code) => expect(read(error)).toMatchObject({ status, code }));

  it('keeps its inside to itself', () => {
    expect(JSON.stringify(read(new Error('secret at /home/x')))).not.toContain('secret');
  });

  it('that passes says when to try again', () => {
    expect(problemOfError(new StoreUnavailableError('full', 'full')).details.retryAfterS).toBe(1);
  });
});
