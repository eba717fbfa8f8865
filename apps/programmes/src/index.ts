/**
 * Programmes owns the calls with their funds, what each call sets apart for a firm (allotments), each person's cap in a
 * call, and the invoices by which providers bill what a call paid a part of, with their files. Publishes `programmes.events`; decides the
 * hold, pin, pay and release commands of purchases. Listens to the firms, people and families of companies, for headcounts and
 * indicators, to plans and to the work that providers declare, and to its own events, which bring applications and payments to the fund.
 */
export { ProgrammesModule } from './programmes.module';
