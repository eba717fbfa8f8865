import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, ProblemError } from '@salvatempo/http';
import { romeDate } from '@salvatempo/kernel';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { declarationOn } from '../register-firm/declarations.table';

export class DeclarationView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Give it back as `declarationVersion` with what is declared.' }) version!: string;
  @ApiProperty({ description: 'In Italian, to be shown whole before it is accepted.' }) text!: string;
  @ApiProperty() norm!: string;
  @ApiProperty({ description: 'For how many months what is declared may be relied on.' }) validMonths!: number;
}

@ApiTags('companies')
@Controller('api/companies/declarations')
export class ReadDeclarationController {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  /** The text in force of a declaration, such as `firm-data`. */
  @Get(':code')
  @Allow()
  @ApiOkResponse({ type: DeclarationView })
  one(@Param('code') wanted: string): DeclarationView {
    const found = declarationOn(wanted, romeDate(this.ports.ambient.clock.now()));
    if (!found) throw new ProblemError('declaration-not-found');
    const { code, version, text, norm, validMonths } = found;
    return { code, version, text, norm, validMonths };
  }
}
