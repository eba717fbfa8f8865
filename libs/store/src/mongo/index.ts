export type { MongoOptions } from './mongo-store';
export { openMongoStore } from './open-mongo-store';
