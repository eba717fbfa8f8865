import { euroAmount, freeOf, moved, timeAmount, type Amount, type Ledger, type Unit } from './ledger';

const hours: Ledger<'minutes'> = { unit: 'minutes', budget: 600, committed: 60, paid: 30 };
const euros: Ledger<'cents'> = { unit: 'cents', budget: 600, committed: 60, paid: 30 };

describe('a fund’s ledger', () => {
  it('moves amounts between free, committed and paid, in either unit', () => {
    expect(moved(hours, 'reserve', timeAmount(510), 'f')).toEqual({ unit: 'minutes', budget: 600, committed: 570, paid: 30 });
    expect(moved(euros, 'pay', euroAmount(60), 'f')).toEqual({ unit: 'cents', budget: 600, committed: 0, paid: 90 });
    expect(moved(hours, 'return', timeAmount(60), 'f')).toMatchObject({ committed: 0, paid: 30 });
    expect(freeOf(hours, 'f')).toBe(510);
  });

  it('throws rather than going below zero or taking a part of a minute', () => {
    expect(() => moved(hours, 'reserve', timeAmount(511), 'f')).toThrow('would be 571 committed');
    for (const move of ['pay', 'return'] as const) expect(() => moved(hours, move, timeAmount(61), 'f')).toThrow();
    expect(() => moved(hours, 'reserve', timeAmount(0.5), 'f')).toThrow();
  });

  it('never adds hours to euros, neither for the compiler nor when it runs', () => {
    // @ts-expect-error minutes aren't cents
    expect(() => moved(euros, 'reserve', timeAmount(1), 'f')).toThrow('in cents');
    // @ts-expect-error cents aren't minutes
    expect(() => moved(hours, 'reserve', euroAmount(1), 'f')).toThrow('in minutes');
    const unknown = euroAmount(1) as Amount<Unit> as Amount<'minutes'>;
    expect(() => moved(hours, 'return', unknown, 'f')).toThrow('in minutes');
  });
});
