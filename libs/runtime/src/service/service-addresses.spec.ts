import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandClock } from '@salvatempo/testing';
import { ConfigError } from '../config/config';
import { ServiceAddresses } from './service-addresses';

let folder: string;
let file: string;
let clock: HandClock;
let written = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salvatempo-addresses-'));
  file = join(folder, 'services.json');
  clock = new HandClock();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two writes within a file system's tick would look the same. */
function write(content: string): void {
  writeFileSync(file, content);
  utimesSync(file, new Date(), new Date(1_800_000_000_000 + 1_000 * ++written));
}
const saying = (revision: number, services: object): string => JSON.stringify({ revision, services });

describe('where the services are', () => {
  it('is read from a list', () => {
    const addresses = new ServiceAddresses({ services: 'identity=http://i:1|http://i:2, companies=http://c:1' }, clock);
    expect(addresses.of('identity')).toEqual(['http://i:1', 'http://i:2']);
    expect(addresses.services).toEqual(['identity', 'companies']);
    expect(addresses.of('nobody')).toEqual([]);
  });

  it('is what the file says now, with its revision', () => {
    write(saying(1, { identity: ['http://i:1'] }));
    const addresses = new ServiceAddresses({ servicesFile: file }, clock);
    write(saying(2, { identity: ['http://i:2'], companies: [] }));
    expect([addresses.of('identity'), addresses.revision]).toEqual([['http://i:1'], 1]);
    clock.pass(100);
    expect([addresses.of('identity'), addresses.revision, addresses.services]).toEqual([['http://i:2'], 2, ['identity', 'companies']]);
  });

  it('stays as it was while the file is spoilt or gone', () => {
    write(saying(1, { identity: ['http://i:1'] }));
    const addresses = new ServiceAddresses({ servicesFile: file }, clock);
    write('{"revision": 2, "ser');
    clock.pass(100);
    expect(addresses.of('identity')).toEqual(['http://i:1']);
    rmSync(file);
    clock.pass(100);
    expect(addresses.of('identity')).toEqual(['http://i:1']);
  });

  it.each([{ services: 'identity' }, { services: 'identity=ftp' }, { servicesFile: '/nowhere/services.json' }])('can’t begin with %j', (source) => {
    expect(() => new ServiceAddresses(source, clock)).toThrow(ConfigError);
  });
});
