import { z } from 'zod';

/** A value for each kind of field, made from the schema itself: the same schema always gives the same sample. */
export function sampleOf(schema: z.ZodType, path = 'data'): unknown {
  const definition = schema.def as { type: string; [part: string]: unknown };
  switch (definition.type) {
    case 'object':
      return sampleObject(definition.shape as Record<string, z.ZodType>);
    case 'optional':
    case 'nullable':
      return sampleOf(definition.innerType as z.ZodType, path);
    case 'array':
      return sampleArray(schema, sampleOf(definition.element as z.ZodType, path));
    case 'union':
      return sampleOf((definition.options as z.ZodType[])[0]!, path);
    case 'record':
      return { example: sampleOf(definition.valueType as z.ZodType, path) };
    case 'enum':
      return Object.values(definition.entries as Record<string, string>)[0];
    case 'literal':
      return (definition.values as unknown[])[0];
    case 'boolean':
      return true;
    case 'number':
      return sampleNumber(schema, path);
    case 'string':
      return sampleText(schema, path);
    default:
      throw new Error(`${path}: no sample for a ${definition.type}`);
  }
}

const sampleObject = (shape: Record<string, z.ZodType>): object =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, sampleOf(field, name)]));

/** One of it, two where one is too few, or as many as a week has days where the schema asks for those. */
const sampleArray = (schema: z.ZodType, one: unknown): unknown[] => [1, 2, 7].map((count) => Array<unknown>(count).fill(one)).find((array) => schema.safeParse(array).success)!;

const sampleNumber = (schema: z.ZodType, path: string): number => [usualNumber(path), 3, 1, 0].find((number) => schema.safeParse(number).success)!;

const usualNumber = (path: string): number => (/year/i.test(path) ? 2026 : /basisPoints/i.test(path) ? 7_000 : /Cents$/.test(path) ? 4_000 : 3);

/** The candidates in the order of trying; the first that the schema takes is the sample. */
const TEXTS = [
  ['2026-11-24T09:30:00.000Z', /(At|From|Until)$/],
  ['abc_0123456789abcdefghjkmnpqrs', /Id$|Ids$|^redeemedBy$/],
  ['2026-11-24', /Days?$|^from$/],
  ['08:30-12:30', /^hours$/],
  ['2026-11', /^(month|version)$/],
  ['c.3', /letter/i],
  ['operai', /^category$/],
  ['credit-insufficient', /^code$/],
  ['E648', /^(municipality|eligibleMunicipalities)$/],
  ['E61B26000010007', /^cup$/],
  ['1.0', /^(textVersion|version)$/],
  ['2026-11-24', /On$|^valid(From|To)$/],
  ['123456789', /^cor$/],
  ['1234567890123456', /^reference$/],
  ['12/PA', /^number$/],
  ['a'.repeat(64), /Hash$/],
  ['0'.repeat(52), /^seed$/],
  ['laundry-ironing', /.*/],
  ['2026-11-24T09:30:00.000Z', /.*/],
  ['abc_0123456789abcdefghjkmnpqrs', /.*/],
  ['14.13', /.*/],
] as const;

function sampleText(schema: z.ZodType, path: string): string {
  const found = TEXTS.find(([text, names]) => names.test(path) && schema.safeParse(text).success);
  if (!found) throw new Error(`${path}: no sample text fits`);
  return found[0];
}
