import type { Rule } from './committed';

/** A message or request takes effect in an aggregate once: what it caused there was decided in one commit. */
export function oneEffectRule(): Rule {
  const versions = new Map<string, number>();
  return {
    name: 'one-effect',
    committed({ collection, id, version, decided }, findings) {
      for (const { message } of decided) {
        const place = `${collection}/${id} by ${message.causationId}`;
        const first = versions.get(place) ?? version;
        versions.set(place, first);
        findings.expect(
          first === version,
          'one-effect',
          () => `${place} took effect at version ${first} and again at ${version}`,
        );
      }
    },
  };
}
