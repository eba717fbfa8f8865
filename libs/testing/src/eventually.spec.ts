import { eventually } from './eventually';

describe('eventually', () => {
  it('answers with the first thing there is', async () => {
    let asked = 0;
    expect(await eventually(() => (++asked === 3 ? 'here' : undefined), 'the third time')).toBe('here');
  });

  it('counts a throw as "not yet"', async () => {
    let asked = 0;
    const probe = () => {
      if (++asked < 3) throw new Error('refused');
      return asked;
    };
    expect(await eventually(probe, 'an answer')).toBe(3);
  });

  it('says what it waited for and what it saw last', async () => {
    const never = eventually(() => false, 'a payment', { withinMs: 20 });
    await expect(never).rejects.toThrow('waited 20 ms for a payment; last seen: false');
  });
});
