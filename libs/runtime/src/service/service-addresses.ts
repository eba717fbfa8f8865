import { readFileSync, statSync } from 'node:fs';
import type { Clock } from '@salvatempo/kernel';
import { z } from 'zod';
import { ConfigError, type Config } from '../config/config';

const fileSchema = z.object({ revision: z.number().int().min(0), services: z.record(z.string(), z.array(z.url()).max(1_000)) });
type Addresses = z.infer<typeof fileSchema>;

/** The file is looked at so often at most. */
const LOOK_EVERY_MS = 100;

/**
 * Where each service's replicas are. From a file, it is what the file says now: a successor is switched to by writing it, and
 * the revision tells whether that was seen. Throws ConfigError at the start for what can't be read; later the last good one stays.
 */
export class ServiceAddresses {
  private addresses: Addresses;
  private lookedAtMs: number;
  private modifiedMs = 0;

  constructor(
    private readonly source: Pick<Config, 'services' | 'servicesFile'>,
    private readonly clock: Clock,
  ) {
    this.addresses = source.servicesFile === undefined ? parseList(source.services ?? '') : this.read(source.servicesFile);
    this.lookedAtMs = clock.monotonicMs();
  }

  /** Base addresses of a service's replicas; none where nobody said. */
  of(service: string): readonly string[] {
    this.look();
    return this.addresses.services[service] ?? [];
  }

  get services(): readonly string[] {
    this.look();
    return Object.keys(this.addresses.services);
  }

  get revision(): number {
    this.look();
    return this.addresses.revision;
  }

  private look(): void {
    const { servicesFile } = this.source;
    const nowMs = this.clock.monotonicMs();
    if (servicesFile === undefined || nowMs - this.lookedAtMs < LOOK_EVERY_MS) return;
    this.lookedAtMs = nowMs;
    try {
      if (statSync(servicesFile).mtimeMs !== this.modifiedMs) this.addresses = this.read(servicesFile);
    } catch {
      // Being written just now, or gone: what was known is as good as can be had.
    }
  }

  private read(file: string): Addresses {
    try {
      const { mtimeMs } = statSync(file);
      const addresses = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      this.modifiedMs = mtimeMs;
      return addresses;
    } catch (error) {
      throw new ConfigError(`SERVICES_FILE: ${file} can't be read: ${(error as Error).message}`);
    }
  }
}

function parseList(list: string): Addresses {
  const entries = list.split(',').filter((entry) => entry.trim() !== '');
  const services = Object.fromEntries(entries.map((entry) => [entry.split('=')[0]!.trim(), entry.slice(entry.indexOf('=') + 1).split('|').map((url) => url.trim())]));
  const parsed = fileSchema.safeParse({ revision: 0, services });
  if (!parsed.success) throw new ConfigError('SERVICES: takes name=url|url, separated by commas');
  return parsed.data;
}
