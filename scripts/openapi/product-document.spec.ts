import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productDocument } from './product-document';

it('the document in the repository, from which the portal has its types, is what the code says (npm run generate)', async () => {
  expect(readFileSync(join(__dirname, '../../docs/generated/openapi.json'), 'utf8')).toBe(await productDocument());
});
