import { spawnSync } from 'node:child_process';
import { kafkaContainer, mongoContainer } from '../deployment/compose.mjs';
import { freePort } from './server-process.mjs';

const PROJECT = 'salvatempo-infra';
const CONTROLLER_PORT = 9093;
const MONGO_PORT = 27017;

const docker = (args, input) => spawnSync('docker', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] });

/** Whether a container engine answers, and knows Compose. */
export const hasEngine = () => [['info'], ['compose', 'version']].every((args) => spawnSync('docker', args, { stdio: 'ignore', timeout: 10_000 }).status === 0);

const onLoopback = (port, inside) => [`127.0.0.1:${port}:${inside}`];

/** A Compose document with those of the two that have a port. A client is told the address that it has on this machine. */
export const infraCompose = ({ kafka, mongo }) => ({
  name: PROJECT,
  services: {
    ...(kafka === undefined ? {} : { kafka: { ...kafkaContainer(`127.0.0.1:${kafka}`, kafka, CONTROLLER_PORT), ports: onLoopback(kafka, kafka) } }),
    ...(mongo === undefined ? {} : { mongo: { ...mongoContainer, ports: onLoopback(mongo, MONGO_PORT) } }),
  },
  volumes: { ...(kafka === undefined ? {} : { kafka: {} }), ...(mongo === undefined ? {} : { mongo: {} }) },
});

/**
 * Starts these with Docker Compose and waits until they are well; their data is in volumes that stay.
 * @param {{kafka?: number, mongo?: number}} ports
 */
export function startContainers(ports) {
  const { status } = docker(['compose', '-f', '-', 'up', '--detach', '--wait'], JSON.stringify(infraCompose(ports)));
  if (status !== 0) throw new Error('Docker Compose could not start Kafka or MongoDB; the reason stands above');
}

/** Takes the containers away, not their volumes. */
export const stopContainers = () => void docker(['compose', '-p', PROJECT, 'down']);

export const kafkaAt = (port) => ({ brokers: `127.0.0.1:${port}`, ports: { port } });
export const mongoAt = (port) => ({ url: `mongodb://127.0.0.1:${port}/?directConnection=true`, ports: { port } });
export const portOr = async (known) => known?.ports?.port ?? (await freePort());
