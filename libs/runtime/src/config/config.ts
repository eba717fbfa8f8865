import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isValidIBAN } from 'ibantools';
import { z } from 'zod';

/** Thrown for a configuration that makes no sense; the message names each setting and what it may be. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Digits alone: `0x50`, `1e3` and a blank would be numbers too, and never what was meant. */
const count = z.string().regex(/^\d{1,9}$/, 'takes a whole number').transform(Number);
const port = count.pipe(z.number().max(65_535));

/** Every setting and what it may be. */
const settingsSchema = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  /** 0 takes any free port. */
  PORT: port.default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** Mails go to this server, `smtp://host:port`; without it, into the folder `mail` of the data directory. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of the notices. */
  MAIL_FROM: z.string().max(200).default('Salvatempo <avvisi@salvatempo.example>'),
  /** Where people reach the portal, for links in mails; by default the address listened on. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Whom owners of firms transfer their part of a purchase to, and on which account; both or neither. */
  TRANSFER_PAYEE: z.string().min(1).max(70).optional(),
  TRANSFER_IBAN: z.string().refine((iban) => isValidIBAN(iban), 'takes an IBAN without spaces').optional(),
  /** Pages of 4 KiB that the data file may have; for trying out a full disk. */
  STORE_MAX_PAGES: count.pipe(z.number().min(100)).optional(),
  /** Brokers of the event log, `host:port` separated by commas; with MONGODB_URL, for one process of many. */
  KAFKA_BROKERS: z.string().regex(/^[^,\s]+:\d+(,[^,\s]+:\d+)*$/, 'takes host:port, separated by commas').optional(),
  /** Server of the documents; each service has a database of its own on it. */
  MONGODB_URL: z.url({ protocol: /^mongodb(\+srv)?$/ }).optional(),
  /** Before the names of topics, groups and databases: several territories may share a cluster. */
  TERRITORY: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'takes up to 20 small letters, digits and hyphens').default('salvatempo'),
  /** The territory's key of 32 bytes in base64, the same for all processes; without it, the file of the data directory. */
  TERRITORY_KEY: z.base64().length(44).optional(),
  /** Where the services are: `name=url|url`, separated by commas. */
  SERVICES: z.string().max(10_000).optional(),
  /** A file with the same as JSON, `{"revision": 1, "services": {"name": ["url"]}}`, read again when it changes. */
  SERVICES_FILE: z.string().max(1_000).optional(),
  /** Where traces go: `otlp` to OTEL_EXPORTER_OTLP_ENDPOINT, `console` to stdout; without either of the two, nowhere. */
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'console', 'none']).optional(),
  /** What this process is called in traces; by default its service. */
  OTEL_SERVICE_NAME: z.string().max(100).optional(),
  /** Of the traces that begin here, so many are kept, 0 to 1; without it, all. */
  OTEL_TRACES_SAMPLER_ARG: z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'takes a share from 0 to 1').transform(Number).optional(),
  /** Collector of traces, OTLP over HTTP; its other variables are read by OpenTelemetry itself. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** `username:password` of an operator who is made at the start; for the demo. */
  FIRST_OPERATOR: z.string().regex(/^[^:]+:.+$/).optional(),
  /** `point:count`: the process kills itself when it reaches the point so many times; for fault tests only. */
  KILL_AT: z.string().regex(/^[a-z.]+:\d+$/).optional(),
});

/** The variables of the environment that a process reads. */
export const SETTING_NAMES: readonly string[] = Object.keys(settingsSchema.shape);

/** What one process needs to know from outside. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly logLevel: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly publicUrl?: string;
  readonly transferTo?: { readonly payee: string; readonly iban: string };
  readonly storeMaxPages?: number;
  readonly killAt?: string;
  readonly kafkaBrokers?: string;
  readonly mongodbUrl?: string;
  readonly territory: string;
  readonly territoryKey?: string;
  readonly services?: string;
  readonly servicesFile?: string;
  readonly firstOperator?: string;
  readonly tracesExporter?: 'otlp' | 'console' | 'none';
  readonly otlpEndpoint?: string;
  readonly tracesShare?: number;
  readonly tracesServiceName?: string;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

function argumentsOf(argv: readonly string[]): { demo: boolean } {
  try {
    const { values } = parseArgs({ args: [...argv], options: { 'no-demo': { type: 'boolean', default: false } }, strict: true });
    return { demo: !values['no-demo'] };
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}. Known arguments: --no-demo`);
  }
}

/**
 * Reads the configuration from arguments and environment. Empty variables count as not set.
 * Throws ConfigError for nonsense, and for the demo on an address that others can reach.
 */
export function readConfig(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config {
  const { demo } = argumentsOf(argv);
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in settingsSchema.shape && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const settings = parsed.data;
  if (demo && !isLoopback(settings.HOST))
    throw new ConfigError(`The demo has sign-ins that everybody knows, so it only listens on loopback, not on ${settings.HOST}. Start with --no-demo.`);
  const { TRANSFER_PAYEE: payee, TRANSFER_IBAN: iban } = settings;
  if ((payee === undefined) !== (iban === undefined)) throw new ConfigError('TRANSFER_PAYEE and TRANSFER_IBAN: both or neither');
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: resolve(settings.DATA_DIR),
    demo,
    logLevel: settings.LOG_LEVEL,
    mailFrom: settings.MAIL_FROM,
    territory: settings.TERRITORY,
    ...present({
      smtpUrl: settings.SMTP_URL,
      publicUrl: settings.PUBLIC_URL,
      transferTo: payee !== undefined && iban !== undefined ? { payee, iban } : undefined,
      storeMaxPages: settings.STORE_MAX_PAGES,
      killAt: settings.KILL_AT,
      kafkaBrokers: settings.KAFKA_BROKERS,
      mongodbUrl: settings.MONGODB_URL,
      territoryKey: settings.TERRITORY_KEY,
      services: settings.SERVICES,
      servicesFile: settings.SERVICES_FILE,
      firstOperator: settings.FIRST_OPERATOR,
      tracesExporter: settings.OTEL_TRACES_EXPORTER,
      tracesServiceName: settings.OTEL_SERVICE_NAME,
      tracesShare: settings.OTEL_TRACES_SAMPLER_ARG,
      otlpEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    }),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What was set, without the rest. */
const present = <T extends object>(settings: T): Present<T> => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Present<T>;

/** The configuration of this very process. Throws ConfigError. */
export const processConfig = (): Config => readConfig(process.argv.slice(2), process.env);

/** The same from the environment alone, for a command that has arguments of its own. Throws ConfigError. */
export const environmentConfig = (): Config => readConfig(['--no-demo'], process.env);
