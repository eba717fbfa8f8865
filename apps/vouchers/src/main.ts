import 'reflect-metadata';
import { runService } from '@salvatempo/runtime';
import { VouchersModule } from './vouchers.module';

void runService('vouchers', VouchersModule);
