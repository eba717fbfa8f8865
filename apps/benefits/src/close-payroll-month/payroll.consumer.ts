import { Inject } from '@nestjs/common';
import type { Envelope } from '@salvatempo/contracts';
import { Consumer, OnEveryEventOf, project } from '@salvatempo/messaging';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { payrollClosings } from './payroll-closings.projection';
import { boughtBenefits, reimbursedClaims } from './payroll-entries.projection';

/** Keeps what payroll has to know by month, and the list of closings. */
@Consumer('benefits.payroll')
export class PayrollConsumer {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  @OnEveryEventOf('benefits', reimbursedClaims, boughtBenefits, payrollClosings)
  async take(event: Envelope): Promise<void> {
    await project(this.ports.store, reimbursedClaims, event);
    await project(this.ports.store, boughtBenefits, event);
    await project(this.ports.store, payrollClosings, event);
  }
}
