/**
 * Providers owns the cooperatives and other providers, their accreditation, their offers with price lists, the orders that
 * follow from redeemed vouchers, and the monthly statements of what they are due. Publishes `providers.events`; listens to
 * vouchers (redeemed: an order opens) and to marketplace (settled: the statement grows). Is sent no commands.
 */
export { ProvidersModule } from './providers.module';
