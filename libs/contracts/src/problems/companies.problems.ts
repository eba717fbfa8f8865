import type { ProblemTable } from './problem';

export const companiesProblems = {
  'firm-not-found': { status: 404, it: 'Questa impresa non esiste.', en: 'There is no such firm.' },
  'firm-already-registered': { status: 409, it: 'Un’impresa con questa partita IVA è già registrata.', en: 'A firm with this VAT number is already registered.' },
  'import-preview-outdated': { status: 409, it: 'Nel frattempo qualcosa è cambiato: guardare di nuovo l’anteprima prima di caricare il file.', en: 'Something has changed since the preview; look at it again before importing.' },
} satisfies ProblemTable;
