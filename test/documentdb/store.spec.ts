import { mongoCases } from '../contracts/store/mongo-cases';
import { newMongoPlace } from '../contracts/store/mongo-place';
import { storeContract } from '../contracts/store/store.contract';
import { startHeldDocumentDb, type HeldDocumentDb } from './held-documentdb';

/** Each write is synced and each round is some 1,300 of them and reads, so there are fewer than in memory. */
const RACE_ROUNDS = 10;

let held: HeldDocumentDb;

beforeAll(async () => void (held = await startHeldDocumentDb()), 120_000);
afterAll(() => held?.end());

storeContract('DocumentDB', () => newMongoPlace(held.servers.MONGODB_URL, RACE_ROUNDS));
describe('a store on DocumentDB', () => mongoCases(() => held.servers.MONGODB_URL));
