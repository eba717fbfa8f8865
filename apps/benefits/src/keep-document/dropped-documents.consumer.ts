import { Inject } from '@nestjs/common';
import { claimDocumentDropped, type DataOf, type Envelope } from '@salvatempo/contracts';
import { Consumer, On } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';

/** Removes the files that no claim was made with. */
@Consumer('benefits.dropped-documents')
export class DroppedDocumentsConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @On(claimDocumentDropped)
  dropped(message: Envelope<DataOf<typeof claimDocumentDropped>>): Promise<void> {
    return this.ports.store.blobs.remove(message.data.documentId);
  }
}
