import { newSqlitePlace, openIn } from '../store/sqlite-place';
import { aggregateContract } from './aggregate.contract';

aggregateContract('SQLite', async () => {
  const place = await newSqlitePlace();
  // Without the small disk of the store's own suite: here a lot is written.
  return { ...place, open: () => openIn(place.dataDir) };
});
