import { OmitType } from '@nestjs/swagger';
import { RequestPurchaseDto } from '../request-purchase/request-purchase.dto';

/** As an employee's request, without an account to pay from. How long the receipt is valid isn't chosen: it counts from the transfer's receipt. */
export class RequestOwnPurchaseDto extends OmitType(RequestPurchaseDto, ['expiresAt', 'payWith'] as const) {}
