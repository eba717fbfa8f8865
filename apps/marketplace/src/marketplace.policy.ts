import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { hasRole, policy } from '@salvatempo/http';

/** Who may see which purchase: the person who made it, and operators. The employer sees amounts elsewhere, not what was bought. */
export const marketplacePolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'Purchase', { personId: principal.personId });
  if (hasRole(principal, 'operator')) can('read', 'Purchase');
  return build();
});
