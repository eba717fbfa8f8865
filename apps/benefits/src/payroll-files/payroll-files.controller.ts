import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, organisationsOf, ProblemError, Who, type Principal } from '@salvatempo/http';
import { ANY_ID, romeDate } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { benefitsPolicy } from '../benefits.policy';
import { payrollClosing, type PayrollClosing } from '../close-payroll-month/payroll-closing.aggregate';
import { loadedClosing } from '../close-payroll-month/payroll-facts.handler';
import { isTaxYearOver } from '../domain/tax-year-end';
import { FILE_FORMATS, payrollFile, type FileFormat } from './payroll-file.format';
import { FILE_PARTS, monthRecords, type FilePart } from './payroll-month.records';
import { yearRecords } from './payroll-year.records';
import { PayrollYears } from './payroll-years.handler';

class FileFormatDto {
  @ApiProperty({ enum: FILE_FORMATS, description: '`csv`, or `fixed` for the layout of docs/payroll-files.md.' })
  @IsIn(FILE_FORMATS)
  format!: FileFormat;
}

class MonthFileDto extends FileFormatDto {
  @ApiProperty({ enum: FILE_PARTS, description: 'The month itself, or what this closing corrects of months before.' })
  @IsIn(FILE_PARTS)
  part!: FilePart;
}

class YearFileDto extends FileFormatDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ description: 'A tax year that is over; it is from 13 January on.' })
  @Type(() => Number)
  @IsInt()
  @Min(2016)
  @Max(2100)
  taxYear!: number;
}

@ApiTags('benefits')
@Controller('api/benefits')
export class PayrollFilesController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(payrollClosing)) private readonly closings: AggregateRunner<PayrollClosing>,
    @Inject(PayrollYears) private readonly years: PayrollYears,
  ) {}

  /** A file of a closing: the same bytes whenever it is asked for. Whoever administers the firm as well gets it without letters. */
  @Get('payroll-closings/:closingId/file')
  @Allow('payroll')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async month(@Param('closingId') closingId: string, @Query() { format, part }: MonthFileDto, @Who() who: Principal): Promise<StreamableFile> {
    const found = loadedClosing(await this.closings.load(closingId));
    if (!found) throw new ProblemError('payroll-closing-not-found');
    const { firmId, month } = found.state;
    authorise(benefitsPolicy(who), 'take', 'Payroll', { firmId });
    const withLetters = !organisationsOf(who, 'firm-admin').includes(firmId);
    this.ports.processLog.info({ closingId, part, withLetters, personId: who.personId }, 'a payroll file was taken');
    return file(payrollFile(monthRecords(found, part, withLetters), format), format, `paghe-${part === 'month' ? 'mese' : 'rettifica'}-${month}`);
  }

  /** The annual file of a tax year, for the certificazione unica: with letters for all who do the payroll, since the year can't be told without. */
  @Get('payroll-year-files')
  @Allow('payroll')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async year(@Query() { firmId, taxYear, format }: YearFileDto, @Who() who: Principal): Promise<StreamableFile> {
    authorise(benefitsPolicy(who), 'take', 'Payroll', { firmId });
    if (!isTaxYearOver(taxYear, romeDate(this.ports.ambient.clock.now()))) throw new ProblemError('tax-year-open', { params: { year: taxYear } });
    const year = await this.years.of(firmId, taxYear);
    this.ports.processLog.info({ firmId, taxYear, personId: who.personId }, 'an annual payroll file was taken');
    return file(payrollFile(yearRecords(year), format), format, `paghe-anno-${taxYear}`);
  }
}

const file = (bytes: Buffer, format: FileFormat, name: string): StreamableFile =>
  new StreamableFile(bytes, { type: format === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=us-ascii', disposition: `attachment; filename="${name}.${format === 'csv' ? 'csv' : 'txt'}"` });
