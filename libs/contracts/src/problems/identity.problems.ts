import type { ProblemTable } from './problem';

export const identityProblems = {
  'username-taken': { status: 409, it: 'Questo nome utente è già in uso: sceglierne un altro, oppure accedere.', en: 'This user name is taken; choose another one, or sign in.' },
  'sign-in-refused': { status: 401, it: 'Nome utente o password non corretti.', en: 'Wrong user name or password.' },
  'too-many-attempts': { status: 429, it: 'Troppi tentativi sbagliati: riprovare tra qualche minuto.', en: 'Too many wrong attempts; try again in some minutes.' },
  'access-code-refused': {
    status: 422,
    it: 'Il codice non va bene: controllare codice fiscale o nome utente e codice. Se è scaduto o già usato, chiederne uno nuovo.',
    en: 'The code does not fit. If it expired or was used already, ask for a new one.',
  },
  'person-of-others-too': {
    status: 409,
    it: 'Questa persona ha già un accesso anche per altri: può cambiare la password da sé, con l’e-mail.',
    en: 'This person has access for others too; they can change the password by themselves, by e-mail.',
  },
  'operator-exists': { status: 409, it: 'Il primo operatore c’è già: il collegamento non vale più.', en: 'There is an operator already; the link no longer works.' },
} satisfies ProblemTable;
