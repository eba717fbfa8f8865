import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { organisationsOf, policy } from '@salvatempo/http';

/** Who may see which voucher: its holder, its provider, and operators. */
export const vouchersPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'Voucher', { holderPersonId: principal.personId });
  can('read', 'Voucher', { providerId: { $in: [...organisationsOf(principal, 'provider-admin')] } });
  if (organisationsOf(principal, 'operator').length > 0) can('read', 'Voucher');
  return build();
});
