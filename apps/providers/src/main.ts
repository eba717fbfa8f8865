import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { ProvidersModule } from './providers.module';

void runService('providers', ProvidersModule);
