import { eventLogContract } from './event-log.contract';
import { newKafkaPlace } from './kafka-place';

const brokers = process.env.KAFKA_BROKERS;

if (brokers) eventLogContract('a Kafka broker', () => newKafkaPlace(brokers.split(',')));
else describe.skip('the event log on a Kafka broker: KAFKA_BROKERS names none', () => it('was not run', () => undefined));
