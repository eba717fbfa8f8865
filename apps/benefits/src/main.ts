import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { BenefitsModule } from './benefits.module';

void runService('benefits', BenefitsModule);
