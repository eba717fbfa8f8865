import { messages } from '@salvatempo/contracts';
import { sampleOf } from './sample';

/** What must never be in a message, each as somebody might write it. */
const CANARIES = ['Canarina Piumagialla', 'PMGCRN85T50F205Z', 'IT60X0542811101000000123456', 'canarina@piumagialla.example', 'Via dei Canarini 7, Lodi', '+39 340 0000000'];

/** Free text of people about things, not about people; each with the reason why it has to be there. */
const FREE_TEXT: Readonly<Record<string, string>> = {
  title: 'what a provider or an officer calls an offer, a plan or a call',
  reason: 'why credit was withdrawn, or firms were linked; the form says: no names',
  code: 'a published problem code, or a provider’s own code of an offer',
  template: 'name of a mail template',
  about: 'id of what a mail is about',
  funder: 'the public body that pays for a call',
  text: 'the text of a call as an officer publishes it',
  norm: 'the law that a rule rests on, as an operator cites it; the form says: no names',
};

/** Every text field of a message, with a way to replace it. */
function textFields(value: unknown, path: readonly string[] = []): { readonly path: readonly string[]; readonly value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textFields(inner, [...path, key]));
}

function withText(value: unknown, [first, ...rest]: readonly string[], text: string): unknown {
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((inner, i) => (String(i) === first ? withText(inner, rest, text) : (inner as unknown)));
  return { ...(value as object), [first]: withText((value as Record<string, unknown>)[first], rest, text) };
}

const lastName = (path: readonly string[]): string => [...path].reverse().find((part) => !/^\d+$/.test(part))!;

describe.each([...messages.values()].map((message) => [message.type, message] as const))('%s', (_type, message) => {
  it('takes no name, codice fiscale, IBAN, address or e-mail in any field', () => {
    const sample = sampleOf(message.schema);
    for (const { path } of textFields(sample)) {
      if (lastName(path) in FREE_TEXT || path.includes('params')) continue;
      for (const canary of CANARIES) {
        const taken = message.schema.safeParse(withText(sample, path, canary)).success;
        if (taken) throw new Error(`${message.type}: the field ${path.join('.')} takes “${canary}”`);
      }
    }
  });

  it('drops a field that nobody declared, so that nothing slips through beside it', () => {
    const sample = sampleOf(message.schema) as object;
    const text = JSON.stringify(message.schema.parse({ ...sample, name: CANARIES[0], fiscalCode: CANARIES[1], email: CANARIES[3] }));
    for (const canary of CANARIES) expect(text).not.toContain(canary);
  });
});
