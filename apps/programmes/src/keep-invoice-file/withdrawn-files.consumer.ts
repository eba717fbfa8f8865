import { Inject } from '@nestjs/common';
import { invoiceWithdrawn, type DataOf, type Envelope } from '@salvatempo/contracts';
import { Consumer, On } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';

/** Removes the file of an invoice that was taken back: nothing rests on it any more. */
@Consumer('programmes.withdrawn-invoice-files')
export class WithdrawnFilesConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @On(invoiceWithdrawn)
  async withdrawn({ data: { fileId } }: Envelope<DataOf<typeof invoiceWithdrawn>>): Promise<void> {
    if (fileId !== undefined) await this.ports.store.blobs.remove(fileId);
  }
}
