import { Inject } from '@nestjs/common';
import { aidRegisterAbsorbed, undertakingLinkRequested, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, NotYetKnownError, On, type AggregateRunner } from '@salvatempo/messaging';
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
   * Each round that finds the larger register merged meanwhile begins nearer to the end of its way. Throws NotYetKnownError
   * where another link has merged them and what it gave away is still on its way.
   */
  @On(undertakingLinkRequested)
  async requested(message: Envelope<DataOf<typeof undertakingLinkRequested>>): Promise<void> {
    const { linkId, firmIds } = message.data;
    for (;;) {
      const sides = await Promise.all(firmIds.map(async (firmId) => ({ firmId, ...(await this.found.ofFirm(firmId)) })));
      const [into, from] = sides.sort((a, b) => (a.registerId < b.registerId ? -1 : 1)) as [(typeof sides)[number], (typeof sides)[number]];
      if (into.registerId === from.registerId) {
        if (!firmIds.every((firmId) => into.state.firmIds.includes(firmId))) throw new NotYetKnownError(`the aid of both in ${into.registerId}`);
        return this.done(linkId, into.registerId, message);
      }
      const data: MergeRegister = { linkId, firmId: from.firmId, into: into.registerId, intoFirmId: into.firmId };
      const outcome = await this.registers.execute(from.registerId, { type: 'merge-register', data }, causeOf(message));
      if (outcome.kind !== 'refused') return;
    }
  }

  @On(aidRegisterAbsorbed)
  absorbed(message: Envelope<DataOf<typeof aidRegisterAbsorbed>>): Promise<void> {
    return this.done(message.data.linkId, message.data.registerId, message);
  }

  private async done(linkId: string, registerId: string, message: Envelope<object>): Promise<void> {
    await this.links.execute(linkId, { type: 'note-linked', data: { registerId } }, causeOf(message));
  }
}
