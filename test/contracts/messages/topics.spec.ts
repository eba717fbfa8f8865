import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topics } from '@salvatempo/contracts';

it('deploy/topics.json lists exactly the topics that messages go to', () => {
  const listed = JSON.parse(readFileSync(join(__dirname, '../../../deploy/topics.json'), 'utf8')) as { topics: { name: string }[] };
  expect(listed.topics.map(({ name }) => name)).toEqual(topics);
});
