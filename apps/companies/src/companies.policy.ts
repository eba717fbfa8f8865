import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { MandateScope } from '@salvatempo/contracts';
import { hasRole, organisationsOf, policy } from '@salvatempo/http';

/** Who may do what: a firm's administrators everything of their firm, its employees see its sites, operators see firms but none of their people. */
export const companiesPolicy = policy((principal) => {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  const own = { firmId: { $in: [...organisationsOf(principal, 'firm-admin')] } };
  can('read', ['Firm', 'Employee', 'EmployeeImport'], own);
  can('change', 'Firm', own);
  can('import', 'EmployeeImport', own);
  can('employ', 'Employee', own);
  can('run', 'Survey', own);
  can('mandate', 'Firm', own);
  can('know-contact', 'Firm', own);
  can(['see', 'follow', 'hand-in'], 'Accompaniment', own);
  can('keep', ['Site', 'Roster'], own);
  can('read', 'Roster', own);
  can('read', 'Site', { firmId: { $in: [...organisationsOf(principal, 'firm-admin'), ...organisationsOf(principal, 'employee')] } });
  if (hasRole(principal, 'operator')) {
    can('read', ['Firm', 'Site']);
    can('know-contact', 'Firm');
    can('form', 'Network');
    can('register', 'Intermediary');
    can('reach-out', 'Contact');
    can('see', 'Accompaniment');
    can(['see', 'hold'], 'Meeting');
  }
  return build();
});

/**
 * What a firm's mandates in force let an adviser or association do, beside what their roles say: read the firm without its owner's data
 * and see how far its path is, whatever they are for; the rest by what they are for. Without one, nothing.
 */
export function mandatePolicy(firmId: string, scopes: ReadonlySet<MandateScope>): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  if (scopes.size > 0) {
    can('read', 'Firm', { firmId });
    can('see', 'Accompaniment', { firmId });
  }
  if (scopes.has('accompaniment')) can('follow', 'Accompaniment', { firmId });
  if (scopes.has('documents')) can('hand-in', 'Accompaniment', { firmId });
  if (scopes.has('survey')) can('run', 'Survey', { firmId });
  return build();
}
