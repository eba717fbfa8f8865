import type { Rule } from './rule';

export const freeLock: Rule = {
  name: 'free-lock',
  says: 'package-lock.json names no address, so that each user installs from their own registry',
  findings: ({ read }) => {
    const addresses = read('package-lock.json')?.match(/"resolved": "http[^"]*"/g) ?? [];
    return addresses.slice(0, 3).map((address) => `package-lock.json: ${address}`);
  },
};
