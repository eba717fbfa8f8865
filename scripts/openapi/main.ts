import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { productDocument } from './product-document';

void productDocument().then((document) => writeFileSync('docs/generated/openapi.json', document));
