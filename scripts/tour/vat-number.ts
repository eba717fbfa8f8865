/** A right partita IVA of nobody: these seven digits, the tax office of Lodi (098) and the check digit (docs/rules, codes). Never seven zeros. */
export function vatNumberOf(seven: readonly number[]): string {
  const digits = [...seven, 0, 9, 8];
  const doubled = (digit: number): number => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : doubled(digit)), 0);
  return [...digits, (10 - (sum % 10)) % 10].join('');
}
