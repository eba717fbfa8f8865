import { draftPlan, type PlanDraftFacts } from './plan-draft.handler';
import { regulationPdf, regulationSections } from './regulation.pdf';

const facts: PlanDraftFacts = {
  day: '2026-11-26',
  employeesCount: 3,
  perPersonCents: 60_000,
  categories: [],
  residue: 'extinguish',
  reading: { scope: 'comune', answers: 8, questions: [{ code: 'services', kind: 'many', text: 'Quali?', choices: [{ code: 'laundry-ironing', text: 'Lavanderia', count: 6 }, { code: 'school-time', text: 'Scuola', count: 2 }] }] },
};
const draft = draftPlan(facts);
const regulation = { draft, facts, categoryNames: [] };
const text = (more: object = {}): string => regulationSections({ ...regulation, ...more }).flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n');

describe('the regulation of a plan', () => {
  it('has a section for each thing that must be said', () => {
    expect(regulationSections(regulation).map(({ heading }) => heading)).toEqual(['1. Scopo', '2. Destinatari', '3. Importo', '4. Servizi per lettera dell’art. 51 TUIR', '5. Regole e credito che resta', '6. Fine del piano', '7. Pubblicità']);
    for (const part of ['8 risposte di più imprese del Comune', 'Tutti i dipendenti', '600,00', 'Lettera c.3: Lavanderia e stireria.', 'Lettera f-bis: Pre e post scuola, doposcuola; Centro estivo', 'incerto, da chiedere al consulente', 'si estingue']) expect(text()).toContain(part);
  });

  it('names the groups that it is for, and says that services are still to be chosen where nobody could be asked', () => {
    expect(text({ categoryNames: ['Operai', 'A turni'] })).toContain('di queste categorie: Operai, A turni.');
    const { reading: _, ...without } = facts;
    expect(text({ draft: draftPlan(without) })).toContain('ancora da scegliere');
  });

  it('is a tagged document with a title and a language', async () => {
    const bytes = Buffer.from(await regulationPdf(regulation)).toString('latin1');
    expect(bytes.slice(0, 8)).toBe('%PDF-1.7');
    for (const part of ['/Marked true', '/Lang (it-IT)', '/DisplayDocTitle true', '/StructTreeRoot']) expect(bytes).toContain(part);
  });
});
