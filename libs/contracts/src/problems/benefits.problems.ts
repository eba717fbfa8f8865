import type { ProblemTable } from './problem';

export const benefitsProblems = {
  'plan-not-found': { status: 404, it: 'Questo piano non esiste.', en: 'There is no such plan.' },
  'plan-already-open': { status: 409, it: 'Questo piano è già aperto.', en: 'This plan is already open.' },
  'credit-run-not-found': { status: 404, it: 'Questo accredito non esiste.', en: 'There is no such credit run.' },
  'nobody-to-credit': { status: 422, it: 'L’impresa non ha ancora dipendenti in elenco: caricare prima il file.', en: 'The firm has no employees yet; import them first.' },
  'person-not-in-firm': { status: 422, it: 'Una delle persone indicate non lavora per questa impresa.', en: 'One of these people does not work for the firm.' },
  'person-left-firm': { status: 422, it: 'Una delle persone indicate non lavora più per questa impresa quando il credito comincia a valere.', en: 'One of these people no longer works for the firm when the credit becomes valid.' },
  'validity-over': { status: 422, it: 'La validità deve finire nel futuro e dopo l’inizio.', en: 'The validity must end in the future and after its start.' },
  'account-not-found': { status: 404, it: 'Questo conto non esiste ancora.', en: 'There is no such account yet.' },
  'account-too-many-lots': { status: 409, it: 'Sul conto ci sono troppi accrediti aperti.', en: 'The account has too many open lots.' },
  'account-too-many-holds': { status: 409, it: 'Ci sono troppi acquisti in corso: concluderne o annullarne uno.', en: 'Too many purchases are under way.' },
  'credit-insufficient': { status: 409, it: 'Il credito non basta: mancano {missingEuro}.', en: 'The credit does not suffice: {missingEuro} are missing.' },
  'fringe-threshold-exceeded': {
    status: 409,
    it: 'Con questo acquisto si supera la soglia di esenzione {year} ({thresholdEuro}): l’intero importo diventerebbe imponibile. Restano {leftEuro}.',
    en: 'This purchase exceeds the {year} exemption threshold ({thresholdEuro}); the whole amount would become taxable. {leftEuro} are left.',
  },
  'no-threshold-rule': { status: 409, it: 'Per l’anno {year} manca la regola della soglia: avvisare il gestore.', en: 'There is no threshold rule for {year}; tell the operator.' },
} satisfies ProblemTable;
