import { mongoCases } from './mongo-cases';
import { newMongoPlace } from './mongo-place';
import { storeContract } from './store.contract';

const url = process.env.MONGODB_URL;

if (url) {
  storeContract('MongoDB', () => newMongoPlace(url));
  describe('a store on MongoDB', () => mongoCases(() => url));
} else describe.skip('the store on MongoDB: MONGODB_URL names no server', () => it('was not run', () => undefined));
