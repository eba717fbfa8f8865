import { newSqlitePlace } from './sqlite-place';
import { storeContract } from './store.contract';

storeContract('SQLite', newSqlitePlace);
