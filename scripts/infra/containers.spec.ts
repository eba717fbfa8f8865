import { infraCompose } from './containers.mjs';

describe('the containers of infra:up', () => {
  it('are the official images, on ports of loopback, with volumes that have names', () => {
    const { services, volumes } = infraCompose({ kafka: 29092, mongo: 29017 });
    expect(services.kafka).toMatchObject({ image: expect.stringMatching(/^apache\/kafka:\d/), ports: ['127.0.0.1:29092:29092'], volumes: ['kafka:/var/lib/kafka/data'] });
    expect(services.mongo).toMatchObject({ image: expect.stringMatching(/^mongo:\d/), ports: ['127.0.0.1:29017:27017'], volumes: ['mongo:/data/db'] });
    expect(volumes).toEqual({ kafka: {}, mongo: {} });
  });

  it('tell a client of Kafka the address that it has on this machine', () => {
    const { environment } = infraCompose({ kafka: 29092 }).services.kafka!;
    expect(environment).toMatchObject({ KAFKA_ADVERTISED_LISTENERS: 'PLAINTEXT://127.0.0.1:29092', KAFKA_LISTENERS: expect.stringContaining('PLAINTEXT://:29092,') });
  });

  it('are only those that were asked for', () => {
    expect(Object.keys(infraCompose({ mongo: 29017 }).services)).toEqual(['mongo']);
  });
});
