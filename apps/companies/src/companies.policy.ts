import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
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
  can('follow', 'Accompaniment', own);
  can('keep', ['Site', 'Roster'], own);
  can('read', 'Roster', own);
  can('read', 'Site', { firmId: { $in: [...organisationsOf(principal, 'firm-admin'), ...organisationsOf(principal, 'employee')] } });
  if (hasRole(principal, 'operator')) {
    can('read', ['Firm', 'Site']);
    can('form', 'Network');
    can('see', 'Accompaniment');
  }
  return build();
});
