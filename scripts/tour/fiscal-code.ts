interface Facts {
  readonly name: string;
  readonly surname: string;
  /** Two digits. */
  readonly year: number;
  /** 0 for January. */
  readonly month: number;
  readonly day: number;
  /** Belfiore code. */
  readonly place: string;
}

const ODD: Readonly<Record<string, number>> = Object.fromEntries(
  [1, 0, 5, 7, 9, 13, 15, 17, 19, 21].flatMap((value, i) => [
    [String(i), value],
    [String.fromCharCode(65 + i), value],
  ]),
);
[2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23].forEach((value, i) => ((ODD as Record<string, number>)[String.fromCharCode(75 + i)] = value));

const consonants = (text: string): string => text.toUpperCase().replace(/[^B-DF-HJ-NP-TV-Z]/g, '');
const vowels = (text: string): string => text.toUpperCase().replace(/[^AEIOU]/g, '');
const three = (text: string): string => (consonants(text) + vowels(text) + 'XXX').slice(0, 3);

function nameCode(name: string): string {
  const letters = consonants(name);
  return letters.length > 3 ? letters[0]! + letters[2]! + letters[3]! : three(name);
}

/** The codice fiscale of an invented person (docs/rules, codes). Only for making test data: nothing real is derived from it. */
export function fiscalCodeOf({ name, surname, year, month, day, place }: Facts): string {
  const text = three(surname) + nameCode(name) + String(year).padStart(2, '0') + 'ABCDEHLMPRST'[month]! + String(day).padStart(2, '0') + place;
  const sum = [...text].reduce((total, letter, i) => total + (i % 2 === 0 ? ODD[letter]! : /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 65), 0);
  return text + String.fromCharCode(65 + (sum % 26));
}
