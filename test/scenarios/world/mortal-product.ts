import { Caller } from './caller';
import { Product, start } from './product';

const NO_DEMO = ['--no-demo'];

/** The product on one data directory, which dies once at a named point and is started again by whoever looks after it. */
export class MortalProduct {
  /** Where it answers now. */
  url = '';
  /** How its first life ended, and how long the second took to answer. */
  killedAt: string | undefined;
  recoveryMs: number | undefined;
  private life: Product | undefined;
  private watching: Promise<void> | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly killAt: string,
  ) {}

  async begin(): Promise<void> {
    const life = new Product({ dataDir: this.dataDir, args: NO_DEMO, env: { KILL_AT: this.killAt } });
    this.life = life;
    this.watching = life.ended.then(({ signal }) => this.reborn(signal));
    const url = await life.address();
    if (url !== undefined) this.url = url;
    else await this.watching;
  }

  as(token: string): Caller {
    return new Caller(() => this.url, token);
  }

  /** Stops it in order; it has to have died before. */
  async end(): Promise<{ readonly code: number | null }> {
    if (this.killedAt === undefined) throw new Error(`${this.killAt} was never reached`);
    await this.watching;
    return this.life!.stopAtRest();
  }

  private async reborn(signal: NodeJS.Signals | null): Promise<void> {
    if (signal !== 'SIGKILL') throw new Error(`it ended by ${signal ?? 'itself'}:\n${this.life!.output}`);
    this.killedAt = this.killAt;
    const startedMs = performance.now();
    const life = await start({ dataDir: this.dataDir, args: NO_DEMO });
    this.recoveryMs = performance.now() - startedMs;
    this.life = life;
    this.url = life.url;
  }
}
