import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ClaimFactsDto, ClaimView } from '../api/views';
import { day } from '../format/dates';
import { money } from '../format/money';
import { Loaded } from '../parts/loaded';
import { HeicPhoto } from '../photo/heic-photo';
import { useWords } from '../shell/words';
import { claimFileQuery, expenseTypeQuery } from './claim.queries';

/** What the claimant said, in words. */
export function ClaimFactsList({ claim }: { readonly claim: ClaimView }): ReactElement {
  const { t, language } = useWords();
  const { expenseType, document, payment, relative, aidCents, hasCertificate } = claim.facts as unknown as ClaimFactsDto;
  const type = useQuery(expenseTypeQuery(expenseType));
  const facts: readonly (readonly [word: string, text: string])[] = [
    ['type', type.data?.name ?? expenseType],
    ...(relative ? ([['forWhom', `${t(`claim.relations.${relative.relation}`)}, ${claim.fiscalCode ?? ''}, ${day(relative.birthDate, language)}`]] as const) : []),
    ['document', `${t(`claim.kinds.${document.kind}`)}, ${document.issuer} (${document.issuerCode}), ${document.number}, ${day(document.date, language)}`],
    ['description', document.description],
    ['holder', `${t(`claim.holders.${document.holder}`)}${document.namesUser ? `, ${t('claim.namesUserShort')}` : ''}`],
    ['total', money(document.totalCents, language)],
    ['asked', money(claim.askedCents, language)],
    ...(aidCents > 0 ? ([['aid', money(aidCents, language)]] as const) : []),
    ['payment', payment ? `${day(payment.paidOn, language)}, ${t(`claim.methods.${payment.method}`)}, ${t(`claim.payers.${payment.payer}`)}` : t('claim.noPayment')],
    ...(hasCertificate ? ([['hasCertificate', t('claim.yes')]] as const) : []),
  ];
  return <dl className="facts">{facts.map(([word, text]) => <div key={word}><dt>{t(`claim.${word}`)}</dt><dd>{text}</dd></div>)}</dl>;
}

/** The files of a claim: pictures are shown, the others opened. */
export function ClaimFiles({ documentIds }: Pick<ClaimView, 'documentIds'>): ReactElement {
  return <ul className="plain">{documentIds.map((documentId, n) => <li key={documentId}><File documentId={documentId} n={n + 1} /></li>)}</ul>;
}

function File({ documentId, n }: { readonly documentId: string; readonly n: number }): ReactElement {
  const { t } = useWords();
  const file = useQuery(claimFileQuery(documentId));
  const address = `/api/benefits/claim-documents/${documentId}/file`;
  return (
    <Loaded query={file}>
      {({ kind }) => (
        <>
          {(kind === 'jpeg' || kind === 'png') && <img src={address} alt={t('claim.picture', { n })} className="claim-picture" />}
          {kind === 'heic' && <HeicPhoto address={address} text={t('claim.picture', { n })} />}
          <p><a href={address} download>{t('claim.openFile', { n, kind: t(`claim.fileKinds.${kind}`) })}</a></p>
        </>
      )}
    </Loaded>
  );
}

/** What was said about it, oldest first. */
export function ClaimNotes({ notes }: Pick<ClaimView, 'notes'>): ReactElement | null {
  const { t, language } = useWords();
  if (notes.length === 0) return null;
  return (
    <ul className="rows">
      {notes.map(({ by, at, text }) => <li key={`${at}/${by}`}><small>{t(`claim.by.${by}`)}, {day(at, language)}</small><p className="lines">{text}</p></li>)}
    </ul>
  );
}
