import { z } from 'zod';
import { idSchema, municipalitySchema } from './envelope/envelope';
import { event } from './envelope/message';

/** A day in Rome. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Codes of objective groups (docs/rules, employee categories). */
const categories = z.array(z.string().regex(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/)).max(10);

/** Of a person who stands there by id alone, for the numbers that funders ask for: the coarsest that they ask, and no more (ADR 0232). */
const sex = z.enum(['female', 'male']);

/** What a firm declares of itself that others decide on. */
const firmFacts = {
  /** Employees only, the owner not counted. */
  employeesCount: z.number().int().min(0).max(100_000),
  /** Everybody who works there, owner and partners included. */
  occupatiCount: z.number().int().min(0).max(100_000),
  /** ATECO code. */
  sector: z.string().regex(/^\d{2}(\.\d{1,2}){0,2}$/),
  /** Belfiore code of the seat's Comune. */
  municipality: municipalitySchema,
  /** In the register of craft firms (Albo delle imprese artigiane); undefined where nobody said. */
  artisan: z.boolean().optional(),
  /** The text that was accepted with the data (DPR 445/2000), at the event's time; firms of earlier programs lack it. */
  declaration: z.object({ code: z.enum(['firm-data']), version: z.string().regex(/^\d{4}-\d{2}$/) }).optional(),
  /** The owner as a beneficiary: the person of the codice fiscale that the firm declared of its owner; undefined where it declared none. */
  beneficiaryPersonId: idSchema.optional(),
  beneficiarySex: sex.optional(),
};

export const firmRegistered = event(
  'companies.firm-registered.v1',
  z.object({ firmId: idSchema, ownerPersonId: idSchema, ...firmFacts }),
);
/** A firm declared its data anew, all of them: they hold from the event's time on. `changed` may be empty, and names personal data without saying them. */
export const firmChanged = event(
  'companies.firm-changed.v1',
  z.object({
    firmId: idSchema,
    ...firmFacts,
    declaredByPersonId: idSchema,
    changed: z
      .array(z.enum(['employeesCount', 'occupatiCount', 'sector', 'municipality', 'artisan', 'name', 'ownerName', 'ownerSurname', 'ownerFiscalCode', 'iban']))
      .max(10),
  }),
);
/** A whole file was found right and will be taken in; nobody of a refused file is kept. */
export const employeeImportAccepted = event(
  'companies.employee-import-accepted.v1',
  z.object({ importId: idSchema, firmId: idSchema, rows: z.number().int().positive().max(1_000) }),
);
export const employeeImportCompleted = event(
  'companies.employee-import-completed.v1',
  z.object({
    importId: idSchema,
    firmId: idSchema,
    added: z.number().int().min(0),
    alreadyThere: z.number().int().min(0),
    changed: z.number().int().min(0).optional(),
    rehired: z.number().int().min(0).optional(),
    ended: z.number().int().min(0).optional(),
  }),
);
export const employeeAdded = event(
  'companies.employee-added.v1',
  z.object({ employeeId: idSchema, firmId: idSchema, personId: idSchema, categories: categories.optional(), sex: sex.optional() }),
);
/** What the firm knows of an employee was put right. `changed` says what, and only of groups what it is now. */
export const employeeChanged = event(
  'companies.employee-changed.v1',
  z.object({
    employeeId: idSchema,
    firmId: idSchema,
    personId: idSchema,
    changed: z.array(z.enum(['fiscalCode', 'name', 'surname', 'hiredOn', 'categories'])).min(1).max(5),
    categories: categories.optional(),
  }),
);
/** An employment ends with a day, which may be past or still to come; a later event of this kind puts the day right. */
export const employeeLeft = event(
  'companies.employee-left.v1',
  z.object({ employeeId: idSchema, firmId: idSchema, personId: idSchema, lastDay: day }),
);
/** Somebody who had left works for the firm again, from a day that is not in the future. */
export const employeeRehired = event(
  'companies.employee-rehired.v1',
  z.object({ employeeId: idSchema, firmId: idSchema, personId: idSchema, firstDay: day }),
);
const familyDeclaration = z.object({ code: z.enum(['family-member']), version: z.string().regex(/^\d{4}-\d{2}$/) });
/**
 * An employee keeps a relative, or declared anew what holds of one: which relative, and what holds, is in no event but whether the relative was
 * under age on that day, for the numbers that funders ask for (ADR 0232).
 */
export const familyMemberDeclared = event(
  'companies.family-member-declared.v1',
  z.object({ familyId: idSchema, personId: idSchema, memberId: idSchema, declaration: familyDeclaration, minor: z.boolean().optional() }),
);
/** Everything about a relative is gone. */
export const familyMemberErased = event(
  'companies.family-member-erased.v1',
  z.object({ familyId: idSchema, personId: idSchema, memberId: idSchema }),
);
/** Firms have signed a network contract (DL 5/2009 art. 3 c.4-ter). It has no members before each joined. */
export const networkFormed = event(
  'companies.network-formed.v1',
  z.object({
    networkId: idSchema,
    title: z.string().min(1).max(120),
    /** Only a rete-soggetto is a legal person. */
    kind: z.enum(['rete-contratto', 'rete-soggetto']),
    commonFund: z.boolean(),
    /** The firm that acts as the common body, where there is one. */
    bodyFirmId: idSchema.optional(),
  }),
);
/** A firm is a member from a day on, which may be past or still to come. */
export const networkMemberJoined = event('companies.network-member-joined.v1', z.object({ networkId: idSchema, firmId: idSchema, firstDay: day }));
/** A firm's membership without an end has its last day now. */
export const networkMemberLeft = event('companies.network-member-left.v1', z.object({ networkId: idSchema, firmId: idSchema, lastDay: day }));
/** A firm asks its people, who stay unknown, what they need. The link's secret is in no event. */
export const surveyOpened = event(
  'companies.survey-opened.v1',
  z.object({
    surveyId: idSchema,
    firmId: idSchema,
    /** Of the questions in `docs/rules/needs-surveys.json`. */
    version: z.string().regex(/^\d{4}-\d{2}$/),
    openedOn: day,
    /** The last day on which answers are taken. */
    closesOn: day,
    maxAnswers: z.number().int().positive().max(2_000),
    /** Belfiore code of the seat when it was opened. */
    municipality: municipalitySchema,
    /** Where too few answers are read together with those of other members, of a network or of an association; otherwise with those of the Comune. */
    networkId: idSchema.optional(),
    associationId: idSchema.optional(),
  }),
);
/** A survey takes no more answers. How many there were is told, never what they said; `pool` where they are too few to be read alone. */
export const surveyClosed = event(
  'companies.survey-closed.v1',
  z.object({
    surveyId: idSchema,
    firmId: idSchema,
    closedOn: day,
    answers: z.number().int().min(0).max(2_000),
    pool: z.object({ poolId: idSchema, scope: z.enum(['network', 'association', 'comune']) }).optional(),
  }),
);
/** A survey of too few answers waits for others of its network, association or Comune. */
export const surveyPooled = event('companies.survey-pooled.v1', z.object({ poolId: idSchema, surveyId: idSchema, firmId: idSchema, answers: z.number().int().min(1).max(4) }));
/** These surveys are read together from now on: no other joins them, and none of them joins others. */
export const surveyPoolSealed = event('companies.survey-pool-sealed.v1', z.object({ poolId: idSchema, surveyIds: z.array(idSchema).min(2).max(100) }));
const stepCode = z.string().regex(/^[a-z]{1,20}(-[a-z]{1,20}){0,3}$/);
/** A firm's path to its plan begins, with its first step. */
export const accompanimentStarted = event('companies.accompaniment-started.v1', z.object({ accompanimentId: idSchema, firmId: idSchema, startedOn: day }));
export const accompanimentStepBegun = event(
  'companies.accompaniment-step-begun.v1',
  z.object({
    accompanimentId: idSchema,
    firmId: idSchema,
    step: stepCode,
    /** Who answers for it. */
    owner: z.enum(['firm', 'adviser', 'association', 'office']),
    begunOn: day,
    dueOn: day,
  }),
);
/** What a step is done with is there, such as an agreement or the receipt of its deposit: the day alone, never the paper. */
export const accompanimentDeliverableHandedIn = event(
  'companies.accompaniment-deliverable-handed-in.v1',
  z.object({ accompanimentId: idSchema, firmId: idSchema, step: stepCode, deliverable: stepCode, handedInOn: day }),
);
export const accompanimentStepCompleted = event('companies.accompaniment-step-completed.v1', z.object({ accompanimentId: idSchema, firmId: idSchema, step: stepCode, doneOn: day }));
