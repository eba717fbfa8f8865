import { SeededRandomness } from '@salvatempo/testing';
import type { Check } from '../check';
import { progressBar } from '../report/progress-bar';
import { compareHistory } from './account-history';

const HISTORIES = 1_000_000;
const SMOKE = 20_000;
/** More differences aren't worth reading at once. */
const SHOWN = 5;

/** A million random histories of an account against a plain reckoning, to the cent after each step. The same seed gives the same ones. */
export const oracleCheck: Check = {
  id: 'oracle',
  run({ seed, smoke, size = smoke ? SMOKE : HISTORIES }, say) {
    const show = progressBar('oracle');
    const differences: string[] = [];
    const startMs = performance.now();
    let steps = 0;
    for (let n = 0; n < size && differences.length < SHOWN; n += 1) {
      const { steps: had, difference } = compareHistory(new SeededRandomness(`${seed}/${n}`));
      steps += had;
      if (difference !== undefined) differences.push(`history ${n}: ${difference}`);
      if (n % 1_000 === 999) show((n + 1) / size);
    }
    say(`${size} histories of ${steps} steps in ${Math.round((performance.now() - startMs) / 1_000)} s`);
    for (const difference of differences) say(difference);
    return Promise.resolve(differences.length === 0);
  },
};
