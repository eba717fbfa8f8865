import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { organisationsOf, type Principal } from '@salvatempo/http';

/** Who may see the codes of a firm's people: its administrators alone. */
export function identityPolicy(principal: Principal): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'ActivationCode', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  return build();
}
