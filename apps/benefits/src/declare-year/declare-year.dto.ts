import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, Equals, IsArray, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

export class DeclareYearDto {
  @ApiPropertyOptional({ description: 'By default the caller’s first firm.' })
  @IsOptional()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiProperty({ description: 'This year or the last one.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  taxYear!: number;

  @ApiProperty({ description: 'Value of benefits of art. 51 c.3 that other employers gave in the year, in euro cents.', minimum: 0, maximum: 10_000_000 })
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  externalCents!: number;

  @ApiProperty({ type: [String], maxItems: 10, description: 'Codici fiscali of the children who are fiscally dependent on the caller; none takes an earlier declaration back.' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Length(16, 20, { each: true })
  childFiscalCodes!: string[];

  @ApiProperty({ description: 'The text of declaration `fringe-threshold` was shown and accepted.' })
  @Equals(true)
  declarationAccepted!: boolean;

  @ApiPropertyOptional({ description: 'Version of the text that was shown; by default the one in force.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/)
  declarationVersion?: string;
}

/** Figures alone: answers are kept for a day, and children’s codici fiscali aren’t. */
export class DeclaredYearView {
  @ApiProperty() accountId!: string;
  @ApiProperty() taxYear!: number;
  @ApiProperty({ description: 'Euro cents.' }) externalCents!: number;
  @ApiProperty({ description: 'Whether the higher threshold holds by it.' }) dependentChild!: boolean;
}

export class YearDeclarationView {
  @ApiProperty() taxYear!: number;
  @ApiProperty({ description: 'Euro cents.' }) externalCents!: number;
  @ApiProperty({ type: [String] }) childFiscalCodes!: string[];
  @ApiProperty({ format: 'date-time' }) declaredAt!: string;
  @ApiProperty({ description: 'Of the accepted text.' }) version!: string;
}

export class YearDeclarationPage {
  @ApiProperty({ type: [YearDeclarationView], description: 'The latest year first.' }) items!: YearDeclarationView[];
}
