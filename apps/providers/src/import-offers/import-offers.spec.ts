import { offerImportAccepted, offerImportCompleted, offerPublished } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { offer } from '../domain/offer';
import { offerImport } from '../domain/offer-import';
import { acceptImportSlice } from './accept-import.decider';
import { completeImportSlice } from './complete-import.decider';
import { publishOfferSlice } from './publish-offer.decider';

const providerId = derivedId('prv', 'spec');
const offerId = derivedId('off', 'spec');
const importId = derivedId('oim', 'spec');

describe('an offer', () => {
  const aggregate = { ...offer, slices: [publishOfferSlice] };
  const row = { code: 'STIRO5', title: 'Stireria, 5 kg', priceCents: 4_000, serviceCode: 'laundry-ironing', taxLetter: 'c.3', maxValidityDays: 90 };
  const publish = (changes: object = {}, asOf = '2026-09-01T08:00:00.000Z') => ({ type: 'publish-offer', data: { ...row, providerId, asOf, ...changes } });
  const published = (revision: number, changes: object = {}, asOf = '2026-09-01T08:00:00.000Z') => offerPublished.of({ ...row, offerId, providerId, revision, asOf, ...changes });
  const LATER = '2026-09-02T08:00:00.000Z';

  it('is published, and again only when something changed', () => {
    given(aggregate).when(publish(), { id: offerId }).then([published(1)]);
    given(aggregate, [published(1)]).when(publish({}, LATER)).then([]);
    for (const change of [{ priceCents: 4_100 }, { title: 'Stireria' }, { serviceCode: 'errands' }, { taxLetter: 'f' }, { maxValidityDays: 30 }, { durationMinutes: 60 }])
      given(aggregate, [published(1)]).when(publish(change, LATER), { id: offerId }).then([published(2, change, LATER)]);
  });

  it('keeps what the later of two price lists says, in whatever order they are taken in', () => {
    given(aggregate, [published(1, { priceCents: 4_100 }, LATER)]).when(publish()).then([]);
  });
});

describe('an import', () => {
  const aggregate = { ...offerImport, slices: [acceptImportSlice, completeImportSlice] };
  const accepted = offerImportAccepted.of({ importId, providerId, rows: 3 });
  const completed = offerImportCompleted.of({ importId, providerId, published: 2, unchanged: 1 });
  const complete = { type: 'complete-import', data: { published: 2, unchanged: 1 } };
  const acceptIt = { type: 'accept-import', data: { providerId, rows: 3 } };

  it('is accepted, then completed, once', () => {
    given(aggregate).when(acceptIt, { id: importId }).then([accepted]);
    expect(() => given(aggregate, [accepted]).when(acceptIt)).toThrow('accepted already');
    given(aggregate, [accepted]).when(complete).then([completed]);
    given(aggregate, [accepted, completed]).when(complete).then([]);
    given(aggregate).when(complete).then([]);
  });
});
