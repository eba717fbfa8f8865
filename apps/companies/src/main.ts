import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { CompaniesModule } from './companies.module';

void runService('companies', CompaniesModule);
