import type { ProblemTable } from './problem';

export const programmesProblems = {
  'call-not-found': { status: 404, it: 'Questo bando non esiste.', en: 'There is no such call.' },
  'call-dates': { status: 422, it: 'La chiusura deve essere futura e dopo l’apertura.', en: 'The call must close in the future and after it opens.' },
  'call-caps': { status: 422, it: 'Il massimo per impresa supera la dotazione.', en: 'The cap of a firm exceeds the budget.' },
  'call-not-open-yet': { status: 409, it: 'Il bando non è ancora aperto.', en: 'The call is not open yet.' },
  'call-closed': { status: 409, it: 'Il bando è chiuso.', en: 'The call is closed.' },
  'headcount-too-high': { status: 409, it: 'L’impresa ha più persone di quante ne ammetta il bando.', en: 'The firm has more people than the call admits.' },
  'budget-exhausted': { status: 409, it: 'La dotazione del bando non basta più per un’altra impresa.', en: 'The budget of the call no longer suffices for another firm.' },
  'allotment-not-found': { status: 404, it: 'Questa domanda di contributo non esiste.', en: 'There is no such application.' },
  'allotment-already-requested': { status: 409, it: 'L’impresa ha già presentato domanda per questo bando.', en: 'The firm already applied to this call.' },
  'allotment-not-granted': { status: 409, it: 'Il contributo non è stato concesso all’impresa.', en: 'The firm was not granted the incentive.' },
  'allotment-insufficient': { status: 409, it: 'Il contributo che resta all’impresa non basta.', en: 'What is left of the firm’s incentive does not suffice.' },
  'allotment-too-many-holds': { status: 409, it: 'L’impresa ha troppi acquisti in corso: concluderne o annullarne uno.', en: 'Too many purchases of the firm are under way.' },
  'person-cap-exceeded': { status: 409, it: 'Si supera il massimo di contributo per persona.', en: 'This exceeds the cap of incentive per person.' },
  'person-cap-too-many-holds': { status: 409, it: 'Ci sono troppi acquisti in corso: concluderne o annullarne uno.', en: 'Too many purchases are under way.' },
} satisfies ProblemTable;
