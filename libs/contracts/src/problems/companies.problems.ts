import type { ProblemTable } from './problem';

export const companiesProblems = {
  'firm-not-found': { status: 404, it: 'Questa impresa non esiste.', en: 'There is no such firm.' },
  'firm-already-registered': { status: 409, it: 'Un’impresa con questa partita IVA è già registrata.', en: 'A firm with this VAT number is already registered.' },
  'declaration-not-found': { status: 404, it: 'Questa dichiarazione non esiste.', en: 'There is no such declaration.' },
  'declaration-outdated': { status: 409, it: 'Il testo della dichiarazione è cambiato: rileggerlo e accettarlo di nuovo.', en: 'The text of the declaration has changed; read and accept it again.' },
  'import-preview-outdated': { status: 409, it: 'Nel frattempo qualcosa è cambiato: guardare di nuovo l’anteprima prima di caricare il file.', en: 'Something has changed since the preview; look at it again before importing.' },
  'import-preview-required': { status: 422, it: 'Con un elenco completo chi manca risulta uscito: prima va vista l’anteprima.', en: 'With a complete list whoever is missing has left; look at the preview first.' },
  'employee-not-found': { status: 404, it: 'Nell’elenco di questa impresa non c’è questa persona.', en: 'This person is not in the firm’s list.' },
  'employee-not-left': { status: 409, it: 'Questa persona lavora già per l’impresa.', en: 'This person works for the firm already.' },
  'employment-ends-before-it-began': { status: 422, it: 'L’ultimo giorno di lavoro viene prima dell’assunzione.', en: 'The last day of work is before the hiring.' },
  'employment-end-too-far': { status: 422, it: 'L’ultimo giorno di lavoro è troppo lontano: controllare l’anno.', en: 'The last day of work is too far ahead; check the year.' },
  'rehired-before-leaving': { status: 422, it: 'La riassunzione deve cominciare dopo l’ultimo giorno di lavoro ({lastDay}).', en: 'The rehiring must begin after the last day of work ({lastDay}).' },
  'employment-not-begun': { status: 422, it: 'La riassunzione si scrive dal giorno in cui comincia, non prima.', en: 'A rehiring is written down from the day on which it begins.' },
  'family-member-not-found': { status: 404, it: 'Questo familiare non è fra quelli indicati.', en: 'There is no such family member.' },
  'family-member-oneself': { status: 422, it: 'Questo è il proprio codice fiscale: serve quello del familiare.', en: 'This is your own codice fiscale; give that of the relative.' },
  'family-too-many-members': { status: 409, it: 'Sono già indicati troppi familiari: cancellare chi non serve.', en: 'There are too many family members; erase those not needed.' },
  'network-not-found': { status: 404, it: 'Questa rete non esiste.', en: 'There is no such network.' },
  'already-in-network': { status: 409, it: 'In quel giorno l’impresa fa già parte della rete.', en: 'The firm is in the network on that day already.' },
  'not-in-network': { status: 409, it: 'L’impresa non fa parte della rete, o la sua uscita è già scritta.', en: 'The firm is not in the network, or its leaving is written down already.' },
  'network-left-before-joining': { status: 422, it: 'L’uscita viene prima dell’ingresso ({firstDay}).', en: 'The leaving is before the joining ({firstDay}).' },
  'network-full': { status: 409, it: 'La rete ha già troppe adesioni scritte.', en: 'The network has too many memberships.' },
} satisfies ProblemTable;
