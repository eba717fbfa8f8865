import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `demo/`, seen from the compiled file. */
const FOLDER = join(__dirname, '../../../../../demo');

const signIn = z.object({ username: z.string(), password: z.string() });

const territorySchema = z.object({
  operator: signIn,
  firms: z.array(
    z.object({
      owner: signIn,
      name: z.string(),
      vatNumber: z.string(),
      employeesCount: z.number(),
      occupatiCount: z.number(),
      sector: z.string(),
      municipality: z.string(),
      employees: z.string(),
      employeesPassword: z.string(),
      plan: z.object({ title: z.string(), source: z.string() }),
      credit: z.object({ amountCents: z.number(), letter: z.string() }),
    }),
  ),
  providers: z.array(z.object({ manager: signIn, name: z.string(), vatNumber: z.string(), offers: z.string() })),
  call: z.record(z.string(), z.unknown()),
});

export type DemoTerritory = z.infer<typeof territorySchema>;
export type DemoFirm = DemoTerritory['firms'][number];
export type DemoProvider = DemoTerritory['providers'][number];

/** Reads `demo/territory.json`. Throws ZodError where a person's change to it doesn't fit. */
export const readDemo = (): DemoTerritory => territorySchema.parse(JSON.parse(readFileSync(join(FOLDER, 'territory.json'), 'utf8')));

/** A CSV file of the demo, as it goes over the API. */
export const readDemoCsv = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** The codici fiscali of a file of employees. */
export const fiscalCodesIn = (csv: string): readonly string[] =>
  csv
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(/[,;]/)[0]!.trim())
    .filter((code) => code !== '');
