/** What each indicator rests on, in Italian. A report says it beside the number. */
export const INDICATOR_SOURCES = {
  vouchers: 'voucher del bando',
  people: 'chi ha usato un voucher: le persone una volta, gli accessi ogni volta',
  workers: 'chi ha usato un voucher, con il sesso letto dal codice fiscale quando la persona entra in elenco',
  families: 'familiari che chi ha usato un voucher ha indicato, minori il giorno in cui li ha indicati: se è venuto anche l’altro genitore, contano due volte',
  services: 'offerte dei voucher usati',
  firms: 'dipendenti dichiarati dalle imprese con un contributo (racc. 2003/361/CE)',
  plans: 'piani aperti dalle imprese con un contributo dall’apertura del bando in poi',
  work: 'dichiarazioni mensili delle cooperative del bando, lette e non verificate',
} as const;

/** Said where nobody told a number: it isn't 0. */
export const NOT_KNOWN = 'non noto';
