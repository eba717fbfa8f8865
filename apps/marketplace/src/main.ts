import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { MarketplaceModule } from './marketplace.module';

void runService('marketplace', MarketplaceModule);
