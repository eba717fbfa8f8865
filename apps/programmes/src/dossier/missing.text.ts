import type { MissingCode } from '../domain/dossier';

const TEXTS: Readonly<Record<MissingCode, string>> = {
  'voucher-not-issued': 'L’acquisto è in corso: il voucher non è ancora emesso.',
  'voucher-not-redeemed': 'Il voucher non è ancora stato usato.',
  'work-not-done': 'La cooperativa non ha ancora registrato il servizio come reso.',
  'payment-under-way': 'Il pagamento è in corso.',
  'cup-missing': 'Il bando non ha un CUP: senza, nessuna spesa è rendicontabile (DL 13/2023, art. 5 c. 6).',
  'grant-act-not-sent': 'La data dell’atto di concessione non è ancora stata inviata al Registro nazionale aiuti (DM 115/2017, art. 9).',
  'invoice-not-given': 'Il bando chiede la fattura del fornitore, che la cooperativa non ha ancora scritto.',
  'invoice-file-not-given': 'Il bando chiede il file della fattura del fornitore, che la cooperativa non ha ancora caricato.',
  'evidence-not-kept': 'Il bando chiede un documento che qui non si conserva: {subject}.',
};

/** Why something can't be reported yet, in Italian. */
export const missingText = (code: MissingCode, subject: string): string => TEXTS[code].replace('{subject}', subject);
