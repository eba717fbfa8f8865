import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANY_ID } from '@salvatempo/kernel';
import { SeededRandomness } from '@salvatempo/testing';
import { ConfigError } from '../config/config';
import { territoryKeysOf } from './key-file';
import { TerritoryKeys } from './territory-keys';

let folder: string;
const FILE = 'territory.key';
const chance = (seed: string) => new SeededRandomness(seed);

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'salvatempo-key-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the territory’s key', () => {
  it('is made at the first start, for its owner only, and kept', () => {
    const dataDir = join(folder, 'new', 'data');
    const first = territoryKeysOf(dataDir, chance('a'));
    expect(statSync(join(dataDir, FILE)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual([FILE]);
    expect(territoryKeysOf(dataDir, chance('b')).derive('x')).toEqual(first.derive('x'));
  });

  it('is another one for another territory', () => {
    expect(territoryKeysOf(join(folder, 'a'), chance('a')).derive('x')).not.toEqual(territoryKeysOf(join(folder, 'b'), chance('b')).derive('x'));
  });

  it.each(['', 'short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])('is refused, and left as it is, where the file holds %j', (content) => {
    writeFileSync(join(folder, FILE), content);
    expect(() => territoryKeysOf(folder, chance('a'))).toThrow(ConfigError);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(content);
  });

  it('is not made anew where data are that need the old one', () => {
    writeFileSync(join(folder, 'salvatempo.db'), 'data');
    expect(() => territoryKeysOf(folder, chance('a'))).toThrow(/territory\.key.*backup/s);
    expect(readdirSync(folder)).toEqual(['salvatempo.db']);
  });

  it('can’t be kept where DATA_DIR is no folder', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => territoryKeysOf(join(folder, 'file'), chance('a'))).toThrow(/DATA_DIR/);
    expect(() => territoryKeysOf(join(folder, 'file', 'below'), chance('a'))).toThrow(/DATA_DIR/);
  });
});

describe('what is derived from it', () => {
  const keys = new TerritoryKeys(Buffer.alloc(32, 7));

  it('differs by purpose, and says nothing of the key', () => {
    expect(keys.derive('a')).toHaveLength(32);
    expect(keys.derive('a')).not.toEqual(keys.derive('b'));
    expect(keys.code('voucher', 'x', 12)).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(keys.code('voucher', 'x', 12)).not.toBe(keys.code('voucher', 'y', 12));
    expect(keys.code('voucher', 'x', 12)).not.toBe(keys.code('other', 'x', 12));
  });

  it('names a person the same however the codice fiscale is typed, and otherwise in each territory', () => {
    const id = keys.personId('RSSMRA80A01F205X');
    expect(id).toMatch(ANY_ID);
    expect(keys.personId('rssmra80a01f205x')).toBe(id);
    expect(new TerritoryKeys(Buffer.alloc(32, 8)).personId('RSSMRA80A01F205X')).not.toBe(id);
  });

  it('needs 32 bytes', () => expect(() => new TerritoryKeys(Buffer.alloc(16))).toThrow(RangeError));
});
