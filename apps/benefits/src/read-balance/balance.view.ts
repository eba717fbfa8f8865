import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { formatEuro, formatHours, romeDate, type Instant } from '@salvatempo/kernel';
import { figuresOf, hasLeft, isSpendable, spendableMinutesOf, type Account, type Lot } from '../domain/account';
import { LotView } from '../read-accounts/account.view';

export class BalanceLotView extends LotView {
  @ApiProperty({ description: 'Whether it could be spent on that day.' }) spendable!: boolean;
  @ApiPropertyOptional() planId?: string;
  @ApiPropertyOptional({ description: 'The version of the plan that it was given under.' }) planVersion?: number;
  @ApiPropertyOptional({ enum: ['zero', 'carry-over', 'earmark', 'solidarity-pool', 'pension-fund'], description: 'What becomes of what is left at its end.' }) residue?: string;
  @ApiProperty({ type: [String], description: 'How much, on what, until when, and what then; in Italian.' }) explanation!: string[];
}

export class BalanceView {
  @ApiProperty() accountId!: string;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ description: 'What could be spent at the end of that day, today now; in euro cents.' }) spendableCents!: number;
  @ApiProperty({ description: 'Euro cents.' }) heldCents!: number;
  @ApiPropertyOptional({ description: 'Hours of service that could be spent, in minutes; of an account that had a lot of hours.' }) spendableMinutes?: number;
  @ApiPropertyOptional({ description: 'Minutes.' }) heldMinutes?: number;
  @ApiProperty({ type: [BalanceLotView], description: 'What ends first is spent first.' }) lots!: BalanceLotView[];
}

/** What a letter's benefits are, in few words. */
const USES: Readonly<Record<string, string>> = {
  'c.3': 'beni e servizi entro la soglia annua',
  f: 'cultura, sport e tempo libero',
  'd-bis': 'abbonamenti ai trasporti',
  'f-bis': 'istruzione e servizi per i figli',
  'f-ter': 'assistenza ad anziani e persone non autosufficienti',
};

const RESIDUES: Readonly<Record<string, string>> = {
  zero: 'Quello che resta dopo si perde.',
  'carry-over': 'Quello che resta dopo passa all’anno seguente, finché dura il piano.',
  earmark: 'Quello che resta dopo si spende ancora, ma solo per alcuni usi.',
  'solidarity-pool': 'Quello che resta dopo va al fondo di solidarietà dell’impresa.',
  'pension-fund': 'Quello che resta dopo l’impresa lo versa al fondo pensione.',
};

const italianDay = (instant: Instant): string => romeDate(instant).split('-').reverse().join('/');
const byEnd = (one: Lot, other: Lot): number => (one.validUntil < other.validUntil ? -1 : 1);

const leftText = ({ freeCents, hours }: Lot): string =>
  hours ? `${formatHours(hours.freeMinutes)} di servizio da spendere, per servizi fino a ${formatEuro(hours.hourCents)} l’ora,` : `${formatEuro(freeCents)} da spendere`;

function explained(lot: Lot, at: Instant): string[] {
  const { letter, letters = [letter], validFrom, validUntil, plan, plannedUntil, extended } = lot;
  const uses = letters.map((one) => `${USES[one] ?? 'altri benefit'} (lettera ${one})`).join(', ');
  return [
    `${leftText(lot)} in ${uses}.`,
    validFrom > at ? `Si può spendere dal ${italianDay(validFrom)} al ${italianDay(validUntil)}.` : validUntil < at ? `È scaduto il ${italianDay(validUntil)}.` : `Si può spendere fino al ${italianDay(validUntil)}.`,
    ...(extended ? ['La scadenza è stata spostata: è tornato da una spesa annullata dopo che era scaduto.'] : []),
    ...(plannedUntil === undefined ? [] : ['Il rapporto di lavoro è finito: da allora paga solo rimborsi di spese fatte prima.']),
    ...(plan ? [RESIDUES[plannedUntil !== undefined && ['carry-over', 'earmark'].includes(plan.residue.policy) ? 'zero' : plan.residue.policy]!] : []),
  ];
}

/** An account on a day: each lot that had something left, with what it may be spent on, until when, and why. */
export function balanceView(state: Account, day: string, at: Instant): BalanceView {
  const lots = state.lots.filter(hasLeft).sort(byEnd);
  return {
    accountId: state.accountId,
    day,
    ...figuresOf(state, at),
    lots: lots.map((lot) => {
      const { lotId, freeCents, hours, letter, letters, origin, unit, validFrom, validUntil, plan } = lot;
      const under = plan ? { planId: plan.planId, planVersion: plan.version, residue: plan.residue.policy } : {};
      return { lotId, freeCents, ...(hours && { hours }), letter, ...(letters && { letters: [...letters] }), origin, unit, validFrom, validUntil, spendable: isSpendable(lot, at) || spendableMinutesOf(lot, at) > 0, ...under, explanation: explained(lot, at) };
    }),
  };
}
