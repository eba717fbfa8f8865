import { StoreUnavailableError } from '../ports';
import type { Fault, Faults, Schedule } from './schedule';
import type { DiskImage, SimulatedDisk } from './simulated-disk';

/** One incarnation's way to the disk: each call travels, may meet a fault, and is answered later. */
export class DiskAccess {
  private closed = false;
  private syncing = false;

  constructor(
    readonly disk: SimulatedDisk,
    private readonly schedule: Schedule,
    private readonly faults: Faults,
  ) {}

  /** Reads what is durable. Throws StoreUnavailableError. */
  async read<T>(label: string, read: (image: DiskImage) => T): Promise<T> {
    const fault = this.faultOf(label);
    if (fault !== undefined && fault !== 'conflict') return this.unreachable(label);
    return this.schedule.perform(label, () => read(this.disk.image));
  }

  /** Writes, and resolves after the sync. Throws StoreUnavailableError, before or after it happened. */
  async write<T>(label: string, apply: (image: DiskImage) => T, refused?: () => T): Promise<T> {
    const fault = this.faultOf(label);
    if (fault === 'unavailable-before') return this.unreachable(label);
    if (fault === 'conflict' && refused) return this.schedule.perform(label, refused);
    const synced = await this.schedule.perform(label, () => {
      if (this.disk.full) throw new StoreUnavailableError('the simulated disk is full', 'full');
      const written = this.disk.write(apply, this);
      void this.sync();
      return { written };
    });
    const result = await synced.written;
    if (fault === 'unavailable-after') return this.unreachable(label);
    return this.schedule.perform(`${label} answered`, () => result);
  }

  /** The process of this access dies; see SimulatedDisk.crash. */
  crash(kept: (unsynced: number) => number): void {
    this.disk.crash(kept, this);
  }

  close(): void {
    this.closed = true;
  }

  /** One sync at a time; what is written while it waits is made durable with it. */
  private async sync(): Promise<void> {
    if (this.syncing) return;
    this.syncing = true;
    await this.schedule.perform('disk.sync', () => {
      this.syncing = false;
      this.disk.sync();
    });
  }

  private faultOf(label: string): Fault | undefined {
    if (this.closed) throw new StoreUnavailableError('the store is closed', 'stopped');
    return this.faults.next(label);
  }

  private unreachable(label: string): Promise<never> {
    return this.schedule.perform(`${label} failed`, () => {
      throw new StoreUnavailableError(`the simulated store didn't answer ${label}`);
    });
  }
}
