import 'reflect-metadata';
import { BenefitsModule } from '@salvatempo/app-benefits';
import { audit, type AccountsAudit } from '../product/audit';
import { accountIdOf } from '../product/bench-ids';
import { openFilePorts } from '../product/bench-ports';
import { startProduct, type Product } from '../product/product';
import { Profile, type HotFunction } from '../product/profile';
import { seedAccounts } from '../product/seed-accounts';
import { answer } from './remote';

export interface ProductSpec {
  readonly dataDir: string;
  readonly accounts: number;
}

export interface Started {
  readonly port: number;
  readonly accountIds: readonly string[];
}

let product: Product;
const profile = new Profile();

answer({
  async start({ dataDir, accounts }: ProductSpec): Promise<Started> {
    product = await startProduct([BenefitsModule], await openFilePorts(dataDir));
    await seedAccounts(product.engine, accounts);
    await product.settle();
    return { port: product.port, accountIds: Array.from({ length: accounts }, (_, number) => accountIdOf(number)) };
  },
  tokens: (people: number) => product.tokens(people),
  settle: () => product.settle(),
  audit: (answeredDebits: number): Promise<AccountsAudit> => audit(product, answeredDebits),
  startProfile: () => profile.start(),
  stopProfile: (): Promise<readonly HotFunction[]> => profile.stop(),
});
