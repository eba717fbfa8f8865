import { Inject, Injectable } from '@nestjs/common';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import type { Account } from '../domain/account';
import { coverIdOf, firmCover, suspendedLots, type FirmCover } from '../domain/firm-cover';

/** Which lots of an account nothing new is bought with, since its firm is in default and hasn't paid them (ADR 0270). */
@Injectable()
export class SuspendedCredit {
  constructor(@Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>) {}

  /** As the firm stands now; its lots that are paid are never among them. */
  async of(owner: Account | undefined): Promise<{ readonly suspendedLotIds?: readonly string[] }> {
    const cover = owner && (await this.covers.load(coverIdOf(owner.firmId)))?.state;
    const suspendedLotIds = cover ? suspendedLots(cover, owner) : [];
    return suspendedLotIds.length > 0 ? { suspendedLotIds } : {};
  }
}
