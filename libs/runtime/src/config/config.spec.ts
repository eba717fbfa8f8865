import { resolve } from 'node:path';
import { ConfigError, isLoopback, readConfig } from './config';

const refusal = (env: Record<string, string>, ...argv: string[]): string => {
  try {
    readConfig(argv, env);
    return 'taken';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
};

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig([], {})).toEqual({ host: '127.0.0.1', port: 3000, dataDir: resolve('./data'), demo: true, logLevel: 'warn', mailFrom: 'Salvatempo <avvisi@salvatempo.example>', territory: 'salvatempo' });
  });

  it('takes what is said, and an empty variable for not said', () => {
    const env = { HOST: '0.0.0.0', PORT: '0', DATA_DIR: '/srv/x', LOG_LEVEL: 'info', SMTP_URL: 'smtp://mail.example:25', PUBLIC_URL: '', STORE_MAX_PAGES: '500', KILL_AT: 'commit.after:3', PATH: '/bin' };
    expect(readConfig(['--no-demo'], env)).toMatchObject({ host: '0.0.0.0', port: 0, dataDir: '/srv/x', demo: false, storeMaxPages: 500, killAt: 'commit.after:3', smtpUrl: 'smtp://mail.example:25' });
    expect(readConfig([], env.PUBLIC_URL === '' ? { PUBLIC_URL: '' } : {})).not.toHaveProperty('publicUrl');
  });

  it('takes where the servers and the other services are', () => {
    const env = { KAFKA_BROKERS: 'a:9092,b:9092', MONGODB_URL: 'mongodb://m:27017', TERRITORY: 'ambito-9', SERVICES: 'identity=http://i:1', FIRST_OPERATOR: 'a@b.example:secret' };
    expect(readConfig(['--no-demo'], env)).toMatchObject({ kafkaBrokers: 'a:9092,b:9092', mongodbUrl: 'mongodb://m:27017', territory: 'ambito-9', services: 'identity=http://i:1', firstOperator: 'a@b.example:secret' });
  });

  it.each<[string, string]>([
    ['KAFKA_BROKERS', 'kafka'],
    ['KAFKA_BROKERS', 'a:9092, b:9092'],
    ['MONGODB_URL', 'http://m'],
    ['TERRITORY', 'Ambito 9'],
    ['TERRITORY', 'x'.repeat(21)],
    ['TERRITORY_KEY', 'short'],
    ['FIRST_OPERATOR', 'nobody'],
    ['PORT', 'tremila'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['PORT', '1e3'],
    ['PORT', ' '],
    ['HOST', 'x'.repeat(256)],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'http://mail.example'],
    ['SMTP_URL', 'mail'],
    ['PUBLIC_URL', 'ftp://x.example'],
    ['MAIL_FROM', 'x'.repeat(201)],
    ['STORE_MAX_PAGES', '5'],
    ['STORE_MAX_PAGES', 'many'],
    ['KILL_AT', 'now'],
    ['KILL_AT', 'commit:0x1'],
  ])('refuses %s=%j and names it', (name, value) => expect(refusal({ [name]: value }, '--no-demo')).toContain(name));

  it('names everything that is wrong at once', () => {
    const message = refusal({ PORT: 'x', LOG_LEVEL: 'y' });
    expect(message).toContain('PORT');
    expect(message).toContain('LOG_LEVEL');
  });

  it.each(['--demo', '--port=1', 'extra', '--no-demo=1'])('refuses the argument %s and says which there are', (argument) => expect(refusal({}, argument)).toContain('--no-demo'));

  it.each(['0.0.0.0', '::', '192.168.1.5', 'salvatempo.example', '127.0.0.1.example'])('never shows the demo on %s', (host) => {
    expect(isLoopback(host)).toBe(false);
    expect(refusal({ HOST: host })).toContain('--no-demo');
    expect(refusal({ HOST: host }, '--no-demo')).toBe('taken');
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('shows the demo on %s', (host) => expect(refusal({ HOST: host })).toBe('taken'));
});
