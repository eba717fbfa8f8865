import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { hasRole, organisationsOf, policy } from '@salvatempo/http';

/** Who may see the codes of a firm's people: its administrators alone; those of advisers and associations, officers. */
export const identityPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'ActivationCode', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  if (hasRole(principal, 'operator')) can('read', 'MemberCode');
  return build();
});
