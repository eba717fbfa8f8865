import { AbilityBuilder, createMongoAbility, subject, type MongoAbility } from '@casl/ability';
import { ProblemError } from '../problems/problem.error';
import { authorise } from './authorise';

const { can, cannot, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
can('read', 'Account', { firmId: { $in: ['f1', 'f2'] } });
can('read', 'Account', { personId: 'p1' });
cannot('read', 'Account', { firmId: 'f2', closed: true });
can('manage', 'Bill');
const ability = build();

describe('whether a thing may be acted on', () => {
  it.each([
    ['read', 'Account', { firmId: 'f1', personId: 'p2' }, true],
    ['read', 'Account', { firmId: 'f9', personId: 'p1' }, true],
    ['read', 'Account', { firmId: 'f9', personId: 'p2' }, false],
    ['read', 'Account', { firmId: 'f2', personId: 'p1', closed: true }, false],
    ['withdraw', 'Account', { firmId: 'f1' }, false],
    ['withdraw', 'Bill', {}, true],
    ['read', 'Plan', { firmId: 'f1' }, false],
  ])('%s %s of %j: %s, as the policy itself says', (action, type, facts, may) => {
    expect(ability.can(action, subject(type, { ...facts }))).toBe(may);
    const asking = (): void => authorise(ability, action, type, facts);
    if (may) expect(asking).not.toThrow();
    else expect(asking).toThrow(ProblemError);
  });
});
