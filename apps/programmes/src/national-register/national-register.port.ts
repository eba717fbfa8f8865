import type { AidRegime } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';

/** A grant that is about to be made. */
export interface AidToRegister {
  /** The same application is the same registration, however often it is sent. */
  readonly allotmentId: string;
  readonly firmId: string;
  readonly regime: AidRegime;
  readonly amountCents: Cents;
  readonly cup?: string;
}

/** The national register of aid (RNA, DM 115/2017): asked before a grant is made, since the grant bears its number. */
export abstract class NationalRegister {
  /** Registers an aid and gives its COR. Throws where the register doesn't answer: the grant waits and is tried again. */
  abstract register(aid: AidToRegister): Promise<{ readonly cor: string }>;
}
