/**
 * Companies owns the firms of the territory and their employees, with the files by which employees come in, the relatives that
 * employees keep for themselves, the firms' sites with their opening hours, rosters of shifts, networks of firms, anonymous surveys of what a
 * firm's people need,
 * the steps of a firm's path to its plan, the meetings and workshops on it, and the advisers and associations with the mandates that firms gave them, and the firms that are to be contacted. Publishes `companies.events`; listens to its own alone, for lists, imports
 * and small surveys that are read together. Is sent no commands. Names, codici fiscali, IBANs, partite IVA, addresses and shifts stay in
 * its documents; others are told names by the directory.
 */
export { CompaniesModule } from './companies.module';
