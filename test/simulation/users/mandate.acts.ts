import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import { bodyOf, noSuch, type Act } from './act';
import { inventPerson, inventVatNumber } from './invented';
import type { Intermediary, Territory } from './territory';

/** The officer registers advisers and associations, sometimes one twice, and names who acts for them. */
const registerIntermediary: Act = {
  name: 'register-intermediary',
  weight: 0.15,
  async run({ operator, intermediaries, randomness }) {
    if (!operator) return;
    const again = intermediaries.length > 0 && (intermediaries.length > 2 || randomness.chance(0.4));
    const vatNumber = again ? randomness.pick(intermediaries).vatNumber : inventVatNumber(randomness);
    const intermediaryId = bodyOf<{ intermediaryId: string }>(await operator.post('/api/companies/intermediaries', { kind: randomness.pick(['adviser', 'association']), name: 'Studio', vatNumber }))?.intermediaryId;
    if (intermediaryId !== undefined && !again) intermediaries.push({ intermediaryId, vatNumber, members: [] });
  },
};

/** Somebody acts for one of them: named by the officer, who hands on the code, and let in by it; sometimes named twice. */
const addMember: Act = {
  name: 'add-intermediary-member',
  weight: 0.3,
  async run(territory) {
    const { operator, intermediaries, randomness } = territory;
    if (!operator || intermediaries.length === 0) return;
    const { intermediaryId, members } = randomness.pick(intermediaries);
    const isNew = members.length < 2;
    const invented = isNew ? inventPerson(randomness) : randomness.pick(members).invented;
    const named = bodyOf<{ personId: string }>(await operator.post(`/api/companies/intermediaries/${intermediaryId}/members`, invented));
    if (!isNew && randomness.chance(0.5)) for (let times = 0; times < 2; times++) await operator.remove(`/api/companies/intermediaries/${intermediaryId}/members/${randomness.pick(members).personId}`);
    if (!named || !isNew) return;
    const person = territory.newPerson(`adviser ${invented.fiscalCode}`);
    members.push({ invented, person, personId: named.personId });
    const url = `/api/identity/intermediaries/${intermediaryId}/codes/${named.personId}`;
    for (let looks = 0; looks < 3 && person.sign === undefined; looks++) {
      await person.pause(5_000);
      if (randomness.chance(0.2)) await operator.post(`${url}/renewals`);
      const code = (await operator.get<{ code?: string }>(url))?.code;
      const password = `parola-di-${invented.surname}-${invented.name}`;
      const reply = code === undefined ? undefined : await person.post('/api/identity/activations', { fiscalCode: invented.fiscalCode, code, password });
      if (reply && reply.status < 300) person.changeSign({ username: invented.fiscalCode, password });
    }
  },
};

/** Owners of the first firms give mandates and end them, too often for some. */
const mandateOf: Act = {
  name: 'give-mandate',
  weight: 0.6,
  async run({ firms, intermediaries, randomness, desk }) {
    const known = firms.slice(0, 3).filter(({ firmId }) => firmId !== undefined);
    if (known.length === 0 || intermediaries.length === 0) return;
    const { owner, firmId } = randomness.pick(known);
    const intermediaryId = randomness.chance(0.05) ? noSuch('itm') : randomness.pick(intermediaries).intermediaryId;
    const url = `/api/companies/firms/${firmId}/mandates`;
    const day = (days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));
    if (randomness.chance(0.55)) await owner.post(url, { intermediaryId, scopes: randomness.pick([['accompaniment'], ['survey'], ['accompaniment', 'documents', 'survey']]), firstDay: day(randomness.pick([0, 0, 2])) });
    else await owner.post(`${url}/${intermediaryId}/end`, { endsOn: day(randomness.pick([0, 0, 3])) });
    await owner.get(url);
  },
};

/** Somebody of an adviser's office looks at their firms and goes a step for one, whether they have its mandate or not. */
const advise: Act = {
  name: 'advise',
  weight: 0.5,
  async run({ firms, intermediaries, randomness, desk }: Territory) {
    const members = intermediaries.flatMap((one: Intermediary) => one.members).filter(({ person }) => person.sign !== undefined);
    const firmIds = firms.slice(0, 3).flatMap(({ firmId }) => firmId ?? []);
    if (members.length === 0 || firmIds.length === 0) return;
    const { person } = randomness.pick(members);
    await person.get('/api/companies/mandates/mine');
    const url = `/api/companies/firms/${randomness.pick(firmIds)}`;
    const today = romeDate(desk.world.now);
    const doing = randomness.pick(['begin', 'hand-in', 'read']);
    if (doing === 'begin') await person.post(`${url}/accompaniment/steps/tax-advice/beginning`, { owner: 'adviser', begunOn: today, dueOn: today });
    else if (doing === 'hand-in') await person.post(`${url}/accompaniment/steps/tax-advice/deliverables`, { deliverable: 'advice-note', on: today });
    else await Promise.all([person.get(url), person.get(`${url}/accompaniment`), person.get(`${url}/surveys`)]);
  },
};

export const mandateActs: readonly Act[] = [registerIntermediary, addMember, mandateOf, advise];
