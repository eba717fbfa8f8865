import { organisationsOf, perPrincipal, type Principal } from '@salvatempo/http';
import { derivedId } from '@salvatempo/kernel';

/** The account with the first of the firms where somebody is employed. */
const firstAccount = perPrincipal((who) => derivedId('acc', organisationsOf(who, 'employee')[0] ?? '', who.personId));

/** The caller's own account with a firm, by default the first one's; it may not exist. */
export const ownAccountId = (who: Principal, firmId: string | undefined): string => (firmId === undefined ? firstAccount(who) : derivedId('acc', firmId, who.personId));
