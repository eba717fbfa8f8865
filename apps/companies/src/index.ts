/**
 * Companies owns the firms of the territory and their employees, with the files by which employees come in. Publishes
 * `companies.events`; listens to its own alone, for lists and imports. Is sent no commands. Names, codici fiscali and partite
 * IVA stay in its documents; others are told by the directory.
 */
export { CompaniesModule } from './companies.module';
