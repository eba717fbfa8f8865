import { redact } from './process-log';

describe('a line of the log', () => {
  it.each([
    'RSSMRA80A01F205X',
    'rssmra80a01f205x',
    'RSSMRAULALMFNLRX',
    'IT60X0542811101000000123456',
    'IT60 X054 2811 1010 0000 0123 456',
    'mario.rossi+welfare@posta.example.it',
    'Bearer abcdefghijklmnop',
    'bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln',
    'salvatempo_session=abcdefghijklmnopqrstuvwxyz',
  ])('never shows %s', (personal) => {
    for (const line of [personal, `in “${personal}”, twice ${personal}.`, JSON.stringify({ x: personal })]) expect(redact(line)).not.toContain(personal);
  });

  it.each(['pur_0123456789abcdefghjkmnpqrs committed at 2026-09-01T08:00:00.000Z', 'vouchers.voucher-redeemed.v1 in 12 ms', 'benefits.events:3:1048576'])('leaves %s as it is', (line) => expect(redact(line)).toBe(line));
});
