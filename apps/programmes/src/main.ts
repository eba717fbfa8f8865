import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { ProgrammesModule } from './programmes.module';

void runService('programmes', ProgrammesModule);
