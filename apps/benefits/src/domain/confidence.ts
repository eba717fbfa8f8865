/** How sure a row of a table is, as explanations in Italian say it (docs/rules). */
export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = { primary: 'dal testo della norma', secondary: 'da commenti alla norma', knowledge: 'da verificare', unsure: 'incerta' };
