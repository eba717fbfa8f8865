import type { ProblemTable } from './problem';

export const marketplaceProblems = {
  'purchase-not-found': { status: 404, it: 'Questo acquisto non esiste.', en: 'There is no such purchase.' },
  'purchase-already-requested': { status: 409, it: 'Questo acquisto è già stato richiesto.', en: 'This purchase was already requested.' },
  'purchase-timed-out': { status: 409, it: 'L’acquisto non si è concluso in tempo. Quanto era stato riservato è tornato al suo posto: si può riprovare.', en: 'The purchase did not complete in time. What was held went back; try again.' },
  'quote-changed': { status: 409, it: 'Prezzo o contributo sono cambiati nel frattempo: rivedere chi paga cosa e confermare.', en: 'The quote has changed; look at it again and confirm.' },
  'employment-ended': { status: 409, it: 'Il rapporto di lavoro con questa impresa è finito il {lastDay}: con il suo piano non si può più comprare. I voucher già presi restano validi.', en: 'The employment with this firm ended on {lastDay}; its plan can no longer be used to buy. Vouchers already issued stay valid.' },
  'voucher-validity': { status: 422, it: 'La scadenza deve essere futura ed entro {maxDays} giorni.', en: 'The expiry must be in the future and within {maxDays} days.' },
  'voucher-whole-value': { status: 422, it: 'Il voucher copre sempre il prezzo intero.', en: 'A voucher always covers the whole price.' },
  'owner-no-incentive': { status: 409, it: 'Nessun contributo paga una parte di questo servizio: il titolare può comprarlo direttamente dalla cooperativa.', en: 'No incentive pays a part of this service; the owner can buy it from the provider directly.' },
  'owner-not-declared': { status: 409, it: 'L’impresa non ha dichiarato il codice fiscale del titolare: dichiararlo tra i dati dell’impresa, poi riprovare.', en: 'The firm has not declared its owner’s codice fiscale; declare it with the firm’s data, then try again.' },
  'purchase-withdrawn': { status: 409, it: 'L’ordine è stato annullato prima del bonifico. Il contributo è tornato disponibile.', en: 'The order was withdrawn before the transfer. The incentive is available again.' },
  'transfer-not-received': { status: 409, it: 'Il bonifico non è arrivato in tempo: l’ordine è decaduto e il contributo è tornato disponibile. Un bonifico che arriva dopo viene restituito.', en: 'The transfer did not come in time; the order has lapsed and the incentive is available again. A transfer that comes later is paid back.' },
  'transfer-not-awaited': { status: 409, it: 'Per questo acquisto non si aspetta nessun bonifico.', en: 'No transfer is awaited for this purchase.' },
  'transfer-amount': { status: 409, it: 'L’importo non è quello giusto: va registrato per intero, o restituito.', en: 'The amount is not the right one; it has to be the whole of it, or to go back.' },
  'transfer-day': { status: 422, it: 'Il giorno del bonifico non può essere nel futuro.', en: 'The day of the transfer cannot be in the future.' },
  'transfer-already-recorded': { status: 409, it: 'Un bonifico con questo riferimento della banca è già registrato per questo acquisto.', en: 'A transfer with this bank reference is recorded for this purchase already.' },
  'transfer-too-many': { status: 409, it: 'Per questo acquisto sono registrati già {most} bonifici, e non di più se ne tengono.', en: '{most} transfers are recorded for this purchase already, and no more are kept.' },
  'transfer-nothing-owed': { status: 409, it: 'Di questo acquisto non c’è nulla da restituire.', en: 'Nothing of this purchase is owed back.' },
  'hold-expired': { status: 409, it: 'Quanto era stato riservato è scaduto: si può riprovare.', en: 'What was held has expired; try again.' },
  'call-without-allotments': { status: 404, it: 'Nessuna impresa ha una concessione di questo bando: non ci sono acquisti su cui provare la regola.', en: 'No firm has a grant of this call; there are no purchases to try the rule on.' },
} satisfies ProblemTable;
