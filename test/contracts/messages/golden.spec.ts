import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeSchema, messages, type MessageType } from '@salvatempo/contracts';
import { sampleOf } from './sample';

const FOLDER = join(__dirname, '../../../libs/contracts/golden');
const fileOf = (type: string): string => join(FOLDER, `${type}.json`);

/** Golden messages are written once, by hand or with this variable, and never changed for a version that exists. */
const WRITE_MISSING = process.env.WRITE_GOLDEN === '1';

const made = (message: MessageType): object => ({
  specversion: '1.0',
  id: 'abc_0123456789abcdefghjkmnpqrs:3:1',
  source: `/salvatempo/${message.service}`,
  type: message.type,
  subject: 'abc_0123456789abcdefghjkmnpqrs',
  time: '2026-11-24T09:30:00.000Z',
  datacontenttype: 'application/json',
  partitionkey: 'abc_0123456789abcdefghjkmnpqrs',
  ...(message.kind === 'event' ? { sequence: 3, previoushash: 'a'.repeat(64) } : {}),
  correlationid: 'Zm9vYmFyYmF6cXV4',
  causationid: 'def_0123456789abcdefghjkmnpqrs:1:1',
  tenantid: 'fir_0123456789abcdefghjkmnpqrs',
  data: sampleOf(message.schema),
});

describe.each([...messages.values()].map((message) => [message.type, message] as const))('%s', (type, message) => {
  if (WRITE_MISSING && !existsSync(fileOf(type))) writeFileSync(fileOf(type), `${JSON.stringify(made(message), null, 2)}\n`);
  const golden = (): { data: Record<string, unknown> } => JSON.parse(readFileSync(fileOf(type), 'utf8')) as { data: Record<string, unknown> };

  it('still reads its golden message, and keeps every field of it', () => {
    const envelope = envelopeSchema.parse(golden());
    expect(message.schema.parse(envelope.data)).toEqual(golden().data);
  });

  it('reads a later one with a field it does not know', () => {
    expect(message.schema.parse({ ...golden().data, addedLater: 'x' })).toEqual(golden().data);
  });

  it('refuses one without its fields', () => {
    const required = Object.keys(golden().data).find((name) => !message.schema.safeParse({ ...golden().data, [name]: undefined }).success);
    expect(required).toBeDefined();
  });
});

it('has a golden message for each type, and none for a type that is gone', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ''));
  expect(files.sort()).toEqual([...messages.keys()].sort());
});
