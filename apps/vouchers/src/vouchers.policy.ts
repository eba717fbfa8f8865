import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { organisationsOf, policy, type Principal } from '@salvatempo/http';
import type { VoucherTerms } from './domain/voucher';

/** Who may see which voucher: its holder, its provider, and operators; an owner's order receipt, the firm's administrators too. */
export const vouchersPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'Voucher', { holderPersonId: principal.personId });
  can('read', 'Voucher', { receipt: 'order', firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } });
  can('read', 'Voucher', { providerId: { $in: [...organisationsOf(principal, 'provider-admin')] } });
  if (organisationsOf(principal, 'operator').length > 0) can('read', 'Voucher');
  return build();
});

/** Whether a voucher is the caller's: their own, or the order receipt of the owner of a firm whose administrator they are. */
export const isHolder = ({ holderPersonId, receipt, firmId }: Pick<VoucherTerms, 'holderPersonId' | 'receipt' | 'firmId'>, who: Principal): boolean =>
  holderPersonId === who.personId || (receipt === 'order' && organisationsOf(who, 'firm-admin').includes(firmId));
