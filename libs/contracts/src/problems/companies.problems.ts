import type { ProblemTable } from './problem';

export const companiesProblems = {
  'firm-not-found': { status: 404, it: 'Questa impresa non esiste.', en: 'There is no such firm.' },
  'firm-already-registered': { status: 409, it: 'Un’impresa con questa partita IVA è già registrata.', en: 'A firm with this VAT number is already registered.' },
} satisfies ProblemTable;
