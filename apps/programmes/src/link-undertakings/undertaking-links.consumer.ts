import { Inject } from '@nestjs/common';
import { aidRegisterAbsorbed, undertakingLinkReached, undertakingLinkRequested, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { aidRegister, type AidRegister } from '../domain/aid-register';
import { undertakingLink, type UndertakingLink } from '../domain/undertaking-link';
import { AidRegisters } from '../read-aid/aid-registers.handler';
import type { MergeRegister } from './merge-register.decider';

/** Makes one register of two, and says when it is done. */
@Consumer('programmes.undertaking-links')
export class UndertakingLinksConsumer {
  constructor(
    @Inject(runnerOf(undertakingLink)) private readonly links: AggregateRunner<UndertakingLink>,
    @Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>,
    private readonly found: AidRegisters,
  ) {}

  /**
   * Each round that finds a register merged meanwhile begins nearer to the end of its way. Where another link has merged them already, the
   * register that has both, or will, says when.
   */
  @On(undertakingLinkRequested)
  async requested(message: Envelope<DataOf<typeof undertakingLinkRequested>>): Promise<void> {
    const { linkId, firmIds } = message.data;
    for (;;) {
      const sides = await Promise.all(firmIds.map(async (firmId) => ({ firmId, ...(await this.found.ofFirm(firmId)) })));
      const [into, from] = sides.sort((a, b) => (a.registerId < b.registerId ? -1 : 1)) as [(typeof sides)[number], (typeof sides)[number]];
      const data: MergeRegister = { linkId, firmId: from.firmId, into: into.registerId, intoFirmId: into.firmId };
      const command = into.registerId === from.registerId ? { type: 'reach-link', data: { linkId, firmIds } } : { type: 'merge-register', data };
      const outcome = await this.registers.execute(from.registerId, command, causeOf(message));
      if (outcome.kind !== 'refused') return;
    }
  }

  @On(aidRegisterAbsorbed)
  absorbed(message: Envelope<DataOf<typeof aidRegisterAbsorbed>>): Promise<void> {
    return this.linked(message);
  }

  @On(undertakingLinkReached)
  reached(message: Envelope<DataOf<typeof undertakingLinkReached>>): Promise<void> {
    return this.linked(message);
  }

  private async linked(message: Envelope<{ readonly linkId: string; readonly registerId: string }>): Promise<void> {
    const { linkId, registerId } = message.data;
    await this.links.execute(linkId, { type: 'note-linked', data: { registerId } }, causeOf(message));
  }
}
