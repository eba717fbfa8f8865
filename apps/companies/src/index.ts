/**
 * Companies owns the firms of the territory and their employees, with the files by which employees come in, the relatives that
 * employees keep for themselves, and networks of firms. Publishes `companies.events`; listens to its own alone, for lists and imports. Is sent no
 * commands. Names, codici fiscali, IBANs and partite IVA stay in its documents; others are told names by the directory.
 */
export { CompaniesModule } from './companies.module';
