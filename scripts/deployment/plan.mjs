import { replicasOf, serviceNames } from '../distributed/service-list.mjs';

export const KAFKA_IMAGE = 'apache/kafka:4.1.1';
export const MONGO_IMAGE = 'mongo:8.0.12';
export const IMAGE = 'salvatempo:0.1.0';
/** Every process listens here, in a container of its own. */
export const PORT = 3000;
export const TERRITORY = 'salvatempo';

export { replicasOf, serviceNames };

/** `SERVICES` for processes that find each other by name. */
export const addressList = serviceNames.map((name) => `${name}=http://${name}:${PORT}`).join(',');

/** What a process reads of its environment, apart from secrets. Identity alone sends mails. */
export const variablesOf = (name) => ({
  HOST: '0.0.0.0',
  PORT: String(PORT),
  LOG_LEVEL: 'info',
  TERRITORY,
  SERVICES: addressList,
  ...(name === 'gateway' ? {} : { KAFKA_BROKERS: 'kafka:9092', MONGODB_URL: 'mongodb://mongo:27017' }),
});
