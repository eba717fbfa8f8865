import { IMAGE, KAFKA_IMAGE, MONGO_IMAGE, PORT, replicasOf, serviceNames, variablesOf } from './plan.mjs';

const health = (command, startSeconds) => ({ test: command, interval: '5s', timeout: '5s', retries: 12, start_period: `${startSeconds}s` });
const ready = health(['CMD', 'node', '-e', `fetch('http://127.0.0.1:${PORT}/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`], 30);
const after = (names, condition) => Object.fromEntries(names.map((name) => [name, { condition }]));

const processOf = (name, more) => ({
  image: IMAGE,
  command: [name],
  environment: {
    ...variablesOf(name),
    TERRITORY_KEY: '${TERRITORY_KEY:?copy deploy/env.example to .env and fill it in}',
    PUBLIC_URL: '${PUBLIC_URL:-http://localhost:3000}',
    OTEL_EXPORTER_OTLP_ENDPOINT: '${OTEL_EXPORTER_OTLP_ENDPOINT:-}',
    ...(name === 'identity' ? { SMTP_URL: '${SMTP_URL:-}', MAIL_FROM: '${MAIL_FROM:-}' } : {}),
  },
  restart: 'unless-stopped',
  stop_grace_period: '15s',
  init: true,
  read_only: true,
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
  healthcheck: ready,
  ...more,
});

/** One broker, which tells its clients that it is at `address`. */
export const kafkaContainer = (address, port, controllerPort) => ({
  image: KAFKA_IMAGE,
  environment: {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: `1@kafka:${controllerPort}`,
    KAFKA_LISTENERS: `PLAINTEXT://:${port},CONTROLLER://:${controllerPort}`,
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${address}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_LOG_DIRS: '/var/lib/kafka/data',
  },
  volumes: ['kafka:/var/lib/kafka/data'],
  restart: 'unless-stopped',
  healthcheck: health(['CMD', '/opt/kafka/bin/kafka-broker-api-versions.sh', '--bootstrap-server', `localhost:${port}`], 20),
});

export const mongoContainer = {
  image: MONGO_IMAGE,
  volumes: ['mongo:/data/db'],
  restart: 'unless-stopped',
  healthcheck: health(['CMD', 'mongosh', '--quiet', '--eval', "db.adminCommand('ping').ok"], 20),
};

/** `docker-compose.yml`: the whole product on one machine. */
export const compose = () => ({
  name: 'salvatempo',
  services: {
    kafka: kafkaContainer('kafka:9092', 9092, 9093),
    mongo: mongoContainer,
    topics: processOf('topics', { restart: 'no', healthcheck: { disable: true }, depends_on: after(['kafka'], 'service_healthy') }),
    ...Object.fromEntries(
      serviceNames.map((name) => [
        name,
        processOf(name, {
          ...(replicasOf(name) > 1 ? { deploy: { replicas: replicasOf(name) } } : {}),
          ...(name === 'identity' ? { volumes: ['mail:/data'] } : { tmpfs: ['/data'] }),
          depends_on: { ...after(['topics'], 'service_completed_successfully'), ...after(['kafka', 'mongo'], 'service_healthy') },
        }),
      ]),
    ),
    gateway: processOf('gateway', { build: '.', ports: [`127.0.0.1:3000:${PORT}`], tmpfs: ['/data'], depends_on: after(serviceNames, 'service_healthy') }),
  },
  volumes: { kafka: {}, mongo: {}, mail: {} },
});
