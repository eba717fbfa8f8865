import { chooseServers, mongoKindIn } from './choice.mjs';

const bare = { given: {}, hasEngine: false, mayMakeDebian: true };
const own = { KAFKA_BROKERS: 'kafka.example:9092', MONGODB_URL: 'mongodb://mongo.example' };

describe('the servers that infra:up starts', () => {
  it.each([
    ['Java where there is nothing else', bare, 'java', 'java'],
    ['containers where an engine runs', { ...bare, hasEngine: true }, 'docker', 'docker'],
    ['none where the environment names some', { ...bare, given: own }, 'given', 'given'],
    ['none where the environment names some, though an engine runs', { ...bare, given: own, hasEngine: true }, 'given', 'given'],
    ['only the one that the environment does not name', { ...bare, given: { MONGODB_URL: own.MONGODB_URL } }, 'java', 'given'],
    ['what was asked for, though an engine runs', { ...bare, hasEngine: true, mongo: 'java' }, 'docker', 'java'],
    ['what was asked for, though the environment names one', { ...bare, given: own, mongo: 'documentdb' }, 'given', 'documentdb'],
    ['DocumentDB only when it was asked for', { ...bare, mongo: 'documentdb' }, 'java', 'documentdb'],
  ])('are %s', (_what, facts, kafka, mongo) => {
    expect(chooseServers(facts)).toEqual({ kafka, mongo });
  });

  it('are refused, and nothing else taken instead, where what was asked for cannot be', () => {
    expect(() => chooseServers({ ...bare, mongo: 'documentdb', mayMakeDebian: false })).toThrow(/needs root on a Debian-like machine/);
    expect(() => chooseServers({ ...bare, mongo: 'docker' })).toThrow(/no container engine/);
  });

  it('are named by --mongo, in one word or two, and by nothing else', () => {
    expect([[], ['--mongo', 'documentdb'], ['--mongo=java']].map(mongoKindIn)).toEqual([undefined, 'documentdb', 'java']);
    for (const wrong of [['--mongo'], ['--mongo', 'sqlite'], ['documentdb'], ['--kafka', 'java'], ['--mongo', 'java', 'java']]) expect(() => mongoKindIn(wrong)).toThrow(/--mongo/);
  });
});
