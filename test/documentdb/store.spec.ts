import { mongoCases } from '../contracts/store/mongo-cases';
import { newMongoPlace } from '../contracts/store/mongo-place';
import { storeContract } from '../contracts/store/store.contract';
import { startHeldDocumentDb, type HeldDocumentDb } from './held-documentdb';

let held: HeldDocumentDb;

beforeAll(async () => void (held = await startHeldDocumentDb()), 120_000);
afterAll(() => held?.end());

storeContract('DocumentDB', () => newMongoPlace(held.servers.MONGODB_URL));
describe('a store on DocumentDB', () => mongoCases(() => held.servers.MONGODB_URL));
