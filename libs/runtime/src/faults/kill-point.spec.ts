import { killPoint } from './kill-point';

describe('a kill point', () => {
  it('is nothing without a setting', () => expect(killPoint(undefined)).toBeUndefined());

  it('ends the process at the nth time of its own point, not before and not at another', () => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
    const reach = killPoint('commit.after:3')!;
    for (const point of ['commit.after', 'commit.before', 'journal.after', 'commit.after', 'commit.before']) reach(point);
    expect(kill).not.toHaveBeenCalled();
    reach('commit.after');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
    kill.mockRestore();
  });
});
