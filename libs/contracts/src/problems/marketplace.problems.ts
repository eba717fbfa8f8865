import type { ProblemTable } from './problem';

export const marketplaceProblems = {
  'purchase-not-found': { status: 404, it: 'Questo acquisto non esiste.', en: 'There is no such purchase.' },
  'purchase-already-requested': { status: 409, it: 'Questo acquisto è già stato richiesto.', en: 'This purchase was already requested.' },
  'purchase-timed-out': { status: 409, it: 'L’acquisto non si è concluso in tempo. Quanto era stato riservato è tornato al suo posto: si può riprovare.', en: 'The purchase did not complete in time. What was held went back; try again.' },
  'quote-changed': { status: 409, it: 'Prezzo o contributo sono cambiati nel frattempo: rivedere chi paga cosa e confermare.', en: 'The quote has changed; look at it again and confirm.' },
  'employment-ended': { status: 409, it: 'Il rapporto di lavoro con questa impresa è finito il {lastDay}: con il suo piano non si può più comprare. I voucher già presi restano validi.', en: 'The employment with this firm ended on {lastDay}; its plan can no longer be used to buy. Vouchers already issued stay valid.' },
  'voucher-validity': { status: 422, it: 'La scadenza deve essere futura ed entro {maxDays} giorni.', en: 'The expiry must be in the future and within {maxDays} days.' },
  'voucher-whole-value': { status: 422, it: 'Il voucher copre sempre il prezzo intero.', en: 'A voucher always covers the whole price.' },
  'hold-expired': { status: 409, it: 'Quanto era stato riservato è scaduto: si può riprovare.', en: 'What was held has expired; try again.' },
  'call-without-allotments': { status: 404, it: 'Nessuna impresa ha una concessione di questo bando: non ci sono acquisti su cui provare la regola.', en: 'No firm has a grant of this call; there are no purchases to try the rule on.' },
} satisfies ProblemTable;
