/**
 * Providers owns the cooperatives and other providers, their accreditation, their offers with price lists, the orders that
 * follow from redeemed vouchers, the monthly statements of what they are due, and what
 * they declare of the work that calls created. Publishes `providers.events`; listens to
 * vouchers (redeemed: an order opens) and to marketplace (settled: the statement grows), and to programmes (the calls that there are). Is sent no commands.
 */
export { ProvidersModule } from './providers.module';
