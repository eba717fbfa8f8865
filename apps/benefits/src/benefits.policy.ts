import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { hasRole, organisationsOf, policy } from '@salvatempo/http';

/** Who may do what with plans, credit and bills: a firm's administrator for the firm, a person for their own account. */
export const benefitsPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const ownFirms = { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } };
  can(['open', 'read', 'credit'], 'Plan', ownFirms);
  can(['read', 'withdraw'], 'Account', ownFirms);
  can(['read', 'readLedger'], 'Account', { personId: principal.personId });
  can('read', 'Bill', ownFirms);
  if (hasRole(principal, 'operator')) can('read', ['Plan', 'Bill']);
  return build();
});
