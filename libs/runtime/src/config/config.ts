import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
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
  /** Pages of 4 KiB that the data file may have; for trying out a full disk. */
  STORE_MAX_PAGES: count.pipe(z.number().min(100)).optional(),
  /** `point:count`: the process kills itself when it reaches the point so many times; for fault tests only. */
  KILL_AT: z.string().regex(/^[a-z.]+:\d+$/).optional(),
});

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
  readonly storeMaxPages?: number;
  readonly killAt?: string;
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
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: resolve(settings.DATA_DIR),
    demo,
    logLevel: settings.LOG_LEVEL,
    mailFrom: settings.MAIL_FROM,
    ...(settings.SMTP_URL === undefined ? {} : { smtpUrl: settings.SMTP_URL }),
    ...(settings.PUBLIC_URL === undefined ? {} : { publicUrl: settings.PUBLIC_URL }),
    ...(settings.STORE_MAX_PAGES === undefined ? {} : { storeMaxPages: settings.STORE_MAX_PAGES }),
    ...(settings.KILL_AT === undefined ? {} : { killAt: settings.KILL_AT }),
  };
}

/** The configuration of this very process. Throws ConfigError. */
export const processConfig = (): Config => readConfig(process.argv.slice(2), process.env);
