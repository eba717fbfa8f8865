/** One entry of a CAMT.053 as a bank writes it. */
export interface CamtEntry {
  readonly amount: string;
  readonly day: string;
  readonly reference: string;
  readonly text?: string;
  readonly payer?: string;
  readonly side?: 'CRDT' | 'DBIT';
  readonly status?: string;
}

const IBAN = 'IT60X0542811101000000123456';

/** A CAMT.053 with these entries. */
export const camt053 = (entries: readonly CamtEntry[], iban = IBAN): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>
${entries.map(entryOf).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;

const entryOf = ({ amount, day, reference, text = '', payer = '', side = 'CRDT', status = 'BOOK' }: CamtEntry): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
