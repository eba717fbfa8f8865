import { Inject, Injectable } from '@nestjs/common';
import type { Declared } from '@salvatempo/contracts';
import type { Instant } from '@salvatempo/kernel';
import { NotYetKnownError, type RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { NOTHING_DECLARED, type Applicant } from '../domain/eligibility';
import { firms, type FirmRow } from '../firm-facts/firms.projection';

interface Application {
  readonly requestedAt: Instant;
  readonly declared?: Declared;
}

/** Puts together what is known of a firm that applies. */
@Injectable()
export class ApplicationFacts {
  constructor(@Inject(readerOf(firms)) private readonly rows: RowReader<FirmRow>) {}

  /** Throws NotYetKnownError while the firm hasn't come here yet. */
  async applicantOf(firmId: string, { requestedAt, declared = NOTHING_DECLARED }: Application): Promise<Applicant> {
    const firm = await this.rows.get(firmId);
    if (!firm) throw new NotYetKnownError(`firm ${firmId}`);
    const { firmId: _, beneficiaryPersonId: __, beneficiarySex: ___, ...known } = firm;
    return { ...known, ...declared, requestedAt };
  }
}
