import table from '../../../../docs/rules/employee-categories.json';

/** Objective groups of employees, as code and Italian name. */
export const categories: readonly (readonly [code: string, name: string])[] = table.rows.filter(({ validTo }) => validTo === null).map(({ code, name }) => [code, name] as const);
export const categoryName = (code: string): string => categories.find(([one]) => one === code)?.[1] ?? code;
