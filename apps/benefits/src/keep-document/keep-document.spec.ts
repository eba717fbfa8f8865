import { claimDocumentDropped } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { claimDocument } from '../domain/claim-document';
import { attachDocumentSlice, dropDocumentSlice, keepDocumentSlice } from './keep-document.decider';

describe('a file that was handed in', () => {
  const documents = { ...claimDocument, slices: [keepDocumentSlice, attachDocumentSlice, dropDocumentSlice] };
  const ids = { documentId: 'cdo_00000000000000000000000000' };
  const until = '2026-10-01T08:00:00.000Z';
  const keep = { type: 'keep-document', data: { personId: 'per_1', kind: 'pdf', sizeBytes: 9, keptUntil: until, personal: { digest: 'd' } } };
  const attach = (claimId: string) => ({ type: 'attach-document', data: { claimId } });
  const kept = given(documents).when(keep);
  const attached = given({ ...documents, initial: kept.state }).when(attach('clm_1'));

  it('tells neither its digest nor its content, and is kept for so long', () => {
    expect(JSON.stringify(kept.decision.ok && kept.decision.events)).not.toContain('digest');
    expect([kept.state.status, documents.deadline(kept.state)]).toEqual(['stored', until]);
    given({ ...documents, initial: kept.state }).when({ type: PASS_DEADLINE, data: {} }, { at: '2026-09-30T08:00:00.000Z' }).then([]);
    given({ ...documents, initial: kept.state }).when({ type: PASS_DEADLINE, data: {} }, { at: until }).then([claimDocumentDropped.of(ids)]);
  });

  it('is part of one claim, and then stays', () => {
    expect([attached.state.status, documents.deadline(attached.state)]).toEqual(['attached', undefined]);
    given({ ...documents, initial: attached.state }).when(attach('clm_1')).then([]);
    given({ ...documents, initial: attached.state }).when(attach('clm_2')).then({ code: 'claim-document-not-found' });
    given({ ...documents, initial: attached.state }).when({ type: PASS_DEADLINE, data: {} }, { at: until }).then([]);
  });
});
