import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { organisationsOf, policy } from '@salvatempo/http';

/** Who may apply for and see what: a firm's administrators and people their firm's allotments, providers their own invoices, operators all of them. */
export const programmesPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can(['apply', 'read', 'explain', 'renounce', 'report'], 'Allotment', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can('draft', 'Application', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can(['read', 'declare'], 'Aid', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can(['ask', 'give-back'], 'Hours', { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can('read', 'Allotment', { firmId: { $in: [...organisationsOf(principal, 'employee')] } });
  can(['read', 'record'], 'Invoice', { providerId: { $in: [...organisationsOf(principal, 'provider-admin')] } });
  if (organisationsOf(principal, 'operator').length > 0) {
    can(['read', 'explain', 'report'], 'Allotment');
    can('read', 'Aid');
    can('read', 'Invoice');
    can(['ask', 'give-back'], 'Hours');
  }
  return build();
});
