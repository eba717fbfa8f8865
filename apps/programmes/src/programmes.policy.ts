import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { organisationsOf, policy } from '@salvatempo/http';

/** Who may apply for and see what: a firm's administrators and people their firm's allotments, operators all of them. */
export const programmesPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can(['apply', 'read', 'explain', 'renounce'], 'Allotment', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can(['read', 'declare'], 'Aid', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can('read', 'Allotment', { firmId: { $in: [...organisationsOf(principal, 'employee')] } });
  if (organisationsOf(principal, 'operator').length > 0) {
    can(['read', 'explain'], 'Allotment');
    can('read', 'Aid');
  }
  return build();
});
