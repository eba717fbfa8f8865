import { Inject, Injectable } from '@nestjs/common';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { aidRegister, aidRegisterIdOf, type AidRegister, type OpenRegister } from '../domain/aid-register';

/** A register that hasn't been merged, as it stood when it was read. */
export interface FoundRegister {
  readonly registerId: string;
  readonly state: OpenRegister;
}

/** Finds the register that a firm's aid is in now. */
@Injectable()
export class AidRegisters {
  constructor(@Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>) {}

  /** Follows the merges from the register that the firm began with; each goes to a smaller id, so that there is an end. */
  async ofFirm(firmId: string): Promise<FoundRegister> {
    for (let registerId = aidRegisterIdOf(firmId); ; ) {
      const state = (await this.registers.load(registerId))?.state ?? aidRegister.initial;
      if (state.status === 'open') return { registerId, state };
      registerId = state.into;
    }
  }
}
