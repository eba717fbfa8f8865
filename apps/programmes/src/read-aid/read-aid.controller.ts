import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { aidRegimeSchema } from '@salvatempo/contracts';
import { Allow, authorise, hasRole, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import type { OpenRegister } from '../domain/aid-register';
import { aidRuleAt } from '../domain/aid-rules';
import { usedCents } from '../domain/aid-window';
import type { AidRules } from '../domain/rule-table';
import { firms, type FirmRow } from '../firm-facts/firms.projection';
import { programmesPolicy } from '../programmes.policy';
import { RuleTables } from '../read-rule-tables/rule-tables.handler';
import { AidRegisterView, aidRowView, type AidCeilingView } from './aid-register.view';
import { AidRegisters } from './aid-registers.handler';

@ApiTags('programmes')
@Controller('api/programmes/firms/:firmId/aid')
export class ReadAidController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(firms)) private readonly firmRows: RowReader<FirmRow>,
    private readonly registers: AidRegisters,
    private readonly rules: RuleTables,
  ) {}

  /** The register of aid as it counts for a firm today: what was granted here, what it declared, and what the ceilings leave. */
  @Get()
  @Allow('firm-admin', 'operator')
  @ApiOkResponse({ type: AidRegisterView })
  async ofFirm(@Param('firmId') firmId: string, @Who() who: Principal): Promise<AidRegisterView> {
    authorise(programmesPolicy(who), 'read', 'Aid', { firmId });
    if (!(await this.firmRows.get(firmId))) throw new ProblemError('firm-not-found');
    const { registerId, state } = await this.registers.ofFirm(firmId);
    const seesAll = hasRole(who, 'operator');
    return {
      registerId,
      firmIds: seesAll && state.firmIds.length > 0 ? [...state.firmIds] : [firmId],
      ceilings: ceilingsOf(await this.rules.aid(), state, romeDate(this.ports.ambient.clock.now())),
      rows: state.rows.filter((row) => seesAll || row.firmId === firmId).map(aidRowView),
    };
  }
}

const ceilingsOf = (rules: AidRules, state: OpenRegister, today: string): AidCeilingView[] =>
  aidRegimeSchema.options.flatMap((regime) => {
    const rule = aidRuleAt(rules, regime, today);
    if (!rule) return [];
    const used = usedCents(state, rule, today);
    return [{ regime, ceilingCents: rule.ceilingCents, usedCents: used, freeCents: Math.max(0, rule.ceilingCents - used), ruleVersion: rule.version }];
  });
