import type { ProblemTable } from './problem';

export const providersProblems = {
  'provider-not-found': { status: 404, it: 'Questo fornitore non esiste.', en: 'There is no such provider.' },
  'provider-already-registered': { status: 409, it: 'Un fornitore con questa partita IVA è già registrato.', en: 'A provider with this VAT number is already registered.' },
  'provider-not-accredited': { status: 409, it: 'Il fornitore non è ancora accreditato: prima lo deve approvare il gestore.', en: 'The provider is not accredited yet; the operator has to approve it first.' },
  'import-refused': { status: 422, it: 'Il file non è stato preso: correggere le righe indicate e caricarlo di nuovo. Non è stato tenuto nulla.', en: 'The file was refused; correct the lines and send it again. Nothing of it was kept.' },
  'import-not-found': { status: 404, it: 'Questo caricamento non esiste.', en: 'There is no such import.' },
  'offer-not-found': { status: 404, it: 'Questa offerta non esiste.', en: 'There is no such offer.' },
  'network-price-not-lower': { status: 409, it: 'Il prezzo per una rete deve essere più basso di quello di listino.', en: 'A network’s price has to be lower than the list’s.' },
  'network-price-not-found': { status: 404, it: 'Per questa rete non c’è un prezzo.', en: 'There is no price for this network.' },
  'network-prices-full': { status: 409, it: 'Un’offerta ha prezzi per 20 reti al massimo: prima se ne deve togliere uno.', en: 'An offer has prices for 20 networks at most; one has to be withdrawn first.' },
  'order-not-found': { status: 404, it: 'Questo ordine non esiste.', en: 'There is no such order.' },
  'work-already-completed': { status: 409, it: 'Questo lavoro risulta già concluso il {completedAt}.', en: 'This work was already completed at {completedAt}.' },
  'work-month-not-begun': { status: 422, it: 'Questo mese non è ancora venuto.', en: 'This month has not come yet.' },
  'work-month-outside-call': { status: 422, it: 'Il mese non è tra quelli del bando.', en: 'The month is not one of the call’s.' },
} satisfies ProblemTable;
