import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { hasRole, organisationsOf, policy } from '@salvatempo/http';

/**
 * Who may see which purchase: the person who made it, and operators. The employer sees amounts elsewhere, not what was bought; but
 * a firm's administrators see and withdraw what was bought in its owner's name.
 */
export const marketplacePolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'Purchase', { personId: principal.personId });
  can(['read', 'withdraw'], 'Purchase', { own: { $exists: true }, firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  if (hasRole(principal, 'operator')) can('read', 'Purchase');
  return build();
});
