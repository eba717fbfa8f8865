import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { hasRole, organisationsOf, policy } from '@salvatempo/http';

/**
 * Who may do what with plans, credit and bills: a firm's administrator for the firm, a person for their own account and claims. What a claim is
 * about is for the claimant and validators; an employer reads amounts alone. Files with letters are for whoever does a firm's payroll.
 */
export const benefitsPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const ownFirms = { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } };
  can(['open', 'read', 'credit'], 'Plan', ownFirms);
  can(['read', 'withdraw', 'settle'], 'Account', ownFirms);
  can(['read', 'readLedger'], 'Account', { personId: principal.personId });
  can('readTerms', 'Plan', { firmId: { $in: [...organisationsOf(principal, 'employee')] } });
  can('read', ['Bill', 'Cover', 'Reimbursement'], ownFirms);
  can(['appoint', 'read'], 'Payroll', ownFirms);
  can(['close', 'read', 'take'], 'Payroll', { firmId: { $in: [...organisationsOf(principal, 'payroll')] } });
  can(['record', 'read'], 'Premium', ownFirms);
  can('choose', 'Premium', { personId: principal.personId });
  can(['read', 'withdraw'], 'Contribution', { personId: principal.personId });
  can('pay', 'Contribution', { firmId: { $in: [...organisationsOf(principal, 'payroll')] } });
  can('read', 'ClaimDocument', { personId: principal.personId });
  can(['read', 'answer'], 'Claim', { personId: principal.personId });
  if (hasRole(principal, 'claims-validator')) {
    can('read', 'Claim');
    can('read', 'ClaimDocument', { status: 'attached' });
  }
  if (hasRole(principal, 'operator')) {
    can('read', ['Plan', 'Bill', 'Cover']);
    can('guarantee', 'Cover');
    can('take', 'Statement');
    can('settle', 'BankLine');
  }
  return build();
});
