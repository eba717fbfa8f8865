import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RoleView } from '../sign-in/sign-in.dto';

export class NamedRoleView extends RoleView {
  @ApiPropertyOptional() organisationName?: string;
}

export class CurrentSessionView {
  @ApiProperty() personId!: string;
  @ApiPropertyOptional({ description: 'Of somebody who chose one; employees sign in with their codice fiscale.' }) username?: string;
  @ApiPropertyOptional({ description: 'As their firm knows them.' }) displayName?: string;
  @ApiProperty({ type: [NamedRoleView] }) roles!: NamedRoleView[];
}

export class SignOutView {
  @ApiProperty({ enum: ['signed-out'] }) status!: string;
}
