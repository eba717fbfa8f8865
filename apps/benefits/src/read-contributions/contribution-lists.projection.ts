import { contributionAsked, contributionOpened, contributionPaid, contributionRefused, contributionWithdrawn, type DataOf, type Envelope } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import type { ContributionStatus } from '../domain/contribution';

/** A contribution as lists are ordered by; to which fund, the contribution knows alone. */
export interface ContributionRow {
  readonly contributionId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly status: ContributionStatus;
  readonly amountCents: Cents;
  readonly taxYear: number;
  readonly askedOn: string;
  readonly paidOn?: string;
}

const becomes =
  (status: ContributionStatus) =>
  (row: ContributionRow | undefined): ContributionRow | undefined =>
    row && { ...row, status };

const on: Projection<ContributionRow>['on'] = {
  [contributionAsked.type]: (_: ContributionRow | undefined, event: Envelope): ContributionRow => {
    const { contributionId, firmId, personId, amountCents, taxYear, askedOn } = event.data as DataOf<typeof contributionAsked>;
    return { contributionId, firmId, personId, status: 'checking', amountCents, taxYear, askedOn };
  },
  [contributionOpened.type]: becomes('waiting'),
  [contributionRefused.type]: becomes('refused'),
  [contributionWithdrawn.type]: becomes('withdrawn'),
  [contributionPaid.type]: (row, event) => row && { ...row, status: 'paid', paidOn: (event.data as DataOf<typeof contributionPaid>).paidOn },
};
const byDay = ({ askedOn, contributionId }: ContributionRow): string => `${askedOn}:${contributionId}`;

/** A person's own contributions. */
export const ownContributions: Projection<ContributionRow> = {
  model: { name: 'benefits.own-contributions', indexes: [] },
  prefix: 'ctb',
  on,
  place: (row) => ({ tenant: row.personId, order: byDay(row), indexed: {} }),
};

/** A firm's contributions, for its payroll; what was refused or called off is nothing to be done, or to be told. */
export const firmContributions: Projection<ContributionRow> = {
  model: { name: 'benefits.firm-contributions', indexes: ['status'] },
  prefix: 'ctb',
  on,
  place: (row) => ({ tenant: row.firmId, order: byDay(row), indexed: { status: row.status } }),
};

/** By the month in which it was paid, so that a closing reads what is recent. */
export const paidContributions: Projection<ContributionRow> = {
  model: { name: 'benefits.payroll-contributions', indexes: [] },
  prefix: 'ctb',
  on,
  place: ({ firmId, paidOn = '0000-00', contributionId }) => ({ tenant: firmId, order: `${paidOn.slice(0, 'YYYY-MM'.length)}:${contributionId}`, indexed: {} }),
};
