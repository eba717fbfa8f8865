import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { organisationsOf, policy } from '@salvatempo/http';

/** Who may do what: a provider's administrators its own work and figures, operators see all of it, everybody sees accredited providers. */
export const providersPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const own = { providerId: { $in: [...organisationsOf(principal, 'provider-admin')] } };
  can('read', 'Provider', { status: 'accredited' });
  can('read', 'Provider', { managerPersonId: principal.personId });
  can(['import', 'read'], ['OfferImport', 'Provider'], own);
  can('price', 'Offer', own);
  can(['complete', 'read'], 'Order', own);
  can('read', 'Statement', own);
  can(['declare', 'read'], 'WorkDeclaration', own);
  if (organisationsOf(principal, 'operator').length > 0) can('read', ['Provider', 'OfferImport', 'Order', 'Statement', 'WorkDeclaration']);
  return build();
});
