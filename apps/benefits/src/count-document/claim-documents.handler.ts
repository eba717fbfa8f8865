import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import { derivedId, isFiscalCode, isInvoiceType, type Cents } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { claimDocument, type ClaimDocument } from '../domain/claim-document';
import type { ClaimFacts, XmlFacts } from '../domain/claim-facts';
import { documentPersonalOf } from '../keep-document/keep-document.decider';
import { documentUse, leftOf, type DocumentUse } from './count-use.decider';

/** As somebody else may have typed it: without blanks, dots and dashes, in capitals. */
const typedAlike = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Which files a claim is made with, and what of its document other claims have used. */
@Injectable()
export class ClaimDocuments {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(claimDocument)) private readonly documents: AggregateRunner<ClaimDocument>,
    @Inject(runnerOf(documentUse)) private readonly uses: AggregateRunner<DocumentUse>,
  ) {}

  /** Throws ProblemError for a file that isn't there, isn't the caller's, or is part of a claim. */
  async assertFree(documentIds: readonly string[], personId: string): Promise<void> {
    for (const documentId of documentIds) {
      const state = (await this.documents.load(documentId))?.state;
      if (!state || state.personId !== personId || state.status === 'dropped') throw new ProblemError('claim-document-not-found');
      if (state.status === 'attached') throw new ProblemError('claim-document-used');
    }
  }

  /**
   * The ids under which a document's use is counted: by issuer, number and date, and by its file, the first of the claim's; digests under
   * the territory's key. The same for everybody in the territory, since parents who work for two firms have one invoice.
   */
  async useIds({ document: { issuerCode, number, date } }: ClaimFacts, [first]: readonly string[]): Promise<readonly string[]> {
    const issuer = typedAlike(issuerCode).replace(/^IT(?=\d{11}$)/, '');
    const ids = [this.useId('claim-invoice', `${issuer}|${typedAlike(number)}|${date}`)];
    const found = first === undefined ? undefined : await this.documents.load(first);
    return found ? [...ids, this.useId('claim-file', documentPersonalOf(found.personal).digest)] : ids;
  }

  /** What the claim's document says of itself, where it is a FatturaPA; `people` are those to whom it may be made out. */
  async toldByXml(documentId: string | undefined, people: readonly string[]): Promise<XmlFacts | undefined> {
    const found = documentId === undefined ? undefined : await this.documents.load(documentId);
    if (!found || found.state.kind !== 'fattura-pa') return undefined;
    const { fields, nature = {} } = documentPersonalOf(found.personal);
    const { typeCode, buyerCode } = nature;
    const isOthers = buyerCode !== undefined && isFiscalCode(buyerCode) && !people.includes(this.ports.keys.personId(buyerCode));
    return { isOthers, isInvoice: typeCode === undefined || isInvoiceType(typeCode), ...(fields?.totalCents === undefined ? {} : { totalCents: fields.totalCents }) };
  }

  /** What other claims left of the document, in euro cents; undefined where none used it. */
  async leftCents(useIds: readonly string[]): Promise<Cents | undefined> {
    const left: Cents[] = [];
    for (const useId of useIds) {
      const found = await this.uses.load(useId);
      const cents = found && leftOf(found.state);
      if (cents !== undefined) left.push(cents);
    }
    return left.length === 0 ? undefined : Math.min(...left);
  }

  private useId(purpose: string, text: string): string {
    return derivedId('dus', this.ports.keys.code(purpose, text, 26));
  }
}
