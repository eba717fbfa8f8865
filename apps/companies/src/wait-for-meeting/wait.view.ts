import { ApiProperty } from '@nestjs/swagger';

export class WaitView {
  @ApiProperty() firmId!: string;
  @ApiProperty() meetingId!: string;
  @ApiProperty({ description: 'Places that the firm waits for; 0 where it waits no longer.' }) people!: number;
}
