import { TestFileScanner } from './virus-scanner';

it('a file is looked through for what a scanner knows', async () => {
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  expect(await Promise.all([`%PDF ${eicar}`, '%PDF'].map((file) => new TestFileScanner().isClean(Buffer.from(file))))).toEqual([false, true]);
});
