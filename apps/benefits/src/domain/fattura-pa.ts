/** What a FatturaPA says that a claim is asked for. */
export interface InvoiceFields {
  readonly issuer?: string;
  readonly issuerCode?: string;
  readonly number?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Euro cents. */
  readonly totalCents?: number;
}

const MAX_TEXT = 120;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The text of the first element of a name; elements that a claim is asked for hold text alone. */
function textOf(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]{1,${MAX_TEXT}})</${name}>`).exec(xml)?.[1]?.trim();
  return text === undefined || text === '' ? undefined : text.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity]!);
}

const blockOf = (xml: string, name: string): string => {
  const start = xml.indexOf(`<${name}>`);
  const end = xml.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? '' : xml.slice(start, end);
};

/** Reads the fields by which a form is filled in beforehand; what isn't there, or isn't of the right shape, is left to the person. */
export function invoiceFields(xml: string): InvoiceFields {
  const seller = blockOf(xml, 'CedentePrestatore');
  const head = blockOf(xml, 'DatiGeneraliDocumento');
  const issuer = textOf(seller, 'Denominazione') ?? [textOf(seller, 'Nome'), textOf(seller, 'Cognome')].filter((part) => part !== undefined).join(' ');
  const issuerCode = textOf(blockOf(seller, 'IdFiscaleIVA'), 'IdCodice') ?? textOf(seller, 'CodiceFiscale');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(textOf(head, 'Data') ?? '')?.[0];
  const total = /^(\d{1,7})\.(\d{2})\d*$/.exec(textOf(head, 'ImportoTotaleDocumento') ?? '');
  const number = textOf(head, 'Numero');
  return {
    ...(issuer === '' ? {} : { issuer }),
    ...(issuerCode === undefined ? {} : { issuerCode }),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(total ? { totalCents: Number(total[1]) * 100 + Number(total[2]) } : {}),
  };
}
