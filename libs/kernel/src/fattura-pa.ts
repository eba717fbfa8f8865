/** What a FatturaPA says of itself, as far as a form asks for it. */
export interface InvoiceFields {
  readonly issuer?: string;
  readonly issuerCode?: string;
  readonly number?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Euro cents. */
  readonly totalCents?: number;
  /** Taxable amount and VAT of all its rates, in euro cents; both or neither. */
  readonly netCents?: number;
  readonly vatCents?: number;
  readonly cup?: string;
}

const MAX_TEXT = 120;
/** Rates and natures of VAT on one invoice that are summed up. */
const MAX_SUMMARIES = 100;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The text of the first element of a name; elements that a form is filled in by hold text alone. */
function textOf(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]{1,${MAX_TEXT}})</${name}>`).exec(xml)?.[1]?.trim();
  return text === undefined || text === '' ? undefined : text.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity]!);
}

const blockOf = (xml: string, name: string, from = 0): string => {
  const start = xml.indexOf(`<${name}>`, from);
  const end = xml.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? '' : xml.slice(start, end);
};

/** Two decimals or more; the rest of them are of the price of one piece and zero in a total. */
function centsOf(text: string | undefined): number | undefined {
  const amount = /^(\d{1,7})\.(\d{2})\d*$/.exec(text ?? '');
  return amount ? Number(amount[1]) * 100 + Number(amount[2]) : undefined;
}

/** Net and VAT, summed over the rates; nothing where one of them isn't a positive amount, such as of a credit note, or where there are too many. */
function amountsOf(xml: string): { readonly netCents?: number; readonly vatCents?: number } {
  const starts = [...xml.matchAll(/<DatiRiepilogo>/g)].map(({ index }) => index);
  const rates = starts.slice(0, MAX_SUMMARIES).map((start) => blockOf(xml, 'DatiRiepilogo', start)).map((block) => [centsOf(textOf(block, 'ImponibileImporto')), centsOf(textOf(block, 'Imposta'))] as const);
  let [netCents, vatCents] = [0, 0];
  for (const [net, vat] of rates) {
    if (net === undefined || vat === undefined) return {};
    [netCents, vatCents] = [netCents + net, vatCents + vat];
  }
  return rates.length === 0 || starts.length > MAX_SUMMARIES ? {} : { netCents, vatCents };
}

/** Reads the fields by which a form is filled in beforehand, of the first invoice of a file; what isn't there, or isn't of the right shape, is left to the person. */
export function invoiceFields(xml: string): InvoiceFields {
  const seller = blockOf(xml, 'CedentePrestatore');
  const head = blockOf(xml, 'DatiGeneraliDocumento');
  const body = blockOf(xml, 'FatturaElettronicaBody');
  const issuer = textOf(seller, 'Denominazione') ?? [textOf(seller, 'Nome'), textOf(seller, 'Cognome')].filter((part) => part !== undefined).join(' ');
  const issuerCode = textOf(blockOf(seller, 'IdFiscaleIVA'), 'IdCodice') ?? textOf(seller, 'CodiceFiscale');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(textOf(head, 'Data') ?? '')?.[0];
  const totalCents = centsOf(textOf(head, 'ImportoTotaleDocumento'));
  const number = textOf(head, 'Numero');
  const cup = textOf(body, 'CodiceCUP');
  return {
    ...(issuer === '' ? {} : { issuer }),
    ...(issuerCode === undefined ? {} : { issuerCode }),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(totalCents === undefined ? {} : { totalCents }),
    ...amountsOf(body),
    ...(cup === undefined ? {} : { cup }),
  };
}

/** What a FatturaPA is, and to whom it is made out, as far as that can be told. */
export interface InvoiceNature {
  /** `TD01` and so on (FatturaPA 1.2, TipoDocumento). */
  readonly typeCode?: string;
  /** Codice fiscale or partita IVA of the buyer, in capitals. */
  readonly buyerCode?: string;
}

/** Reads type and buyer of the first invoice of a file. */
export function invoiceNature(xml: string): InvoiceNature {
  const buyer = blockOf(xml, 'CessionarioCommittente');
  const buyerCode = textOf(buyer, 'CodiceFiscale') ?? textOf(blockOf(buyer, 'IdFiscaleIVA'), 'IdCodice');
  const typeCode = /^TD\d{2}$/.exec(textOf(blockOf(xml, 'DatiGeneraliDocumento'), 'TipoDocumento') ?? '')?.[0];
  return { ...(typeCode === undefined ? {} : { typeCode }), ...(buyerCode === undefined ? {} : { buyerCode: buyerCode.toUpperCase() }) };
}

/** Types by which somebody is asked to pay: invoices, advances and fees. A credit note, and what a buyer issues to themselves, is none. */
const INVOICE_TYPES: readonly string[] = ['TD01', 'TD02', 'TD03', 'TD06', 'TD24', 'TD25'];
export const isInvoiceType = (typeCode: string): boolean => INVOICE_TYPES.includes(typeCode);
