/**
 * Vouchers owns the vouchers: issued for one service and one named holder, redeemed once, cancelled before use, or expired.
 * Publishes `vouchers.events`; decides `vouchers.issue-voucher.v1`, which a purchase sends when everything is held. Listens
 * to nothing else.
 */
export { VouchersModule } from './vouchers.module';
