import { rememberingEach } from '@salvatempo/kernel';
import { getMetadataStorage } from 'class-validator';

/**
 * Has class-validator remember what a class declares. By itself it goes through every declared class of the process, for
 * those that the asked one extends, each time a body is checked. A class is whole before anything is checked against it, so
 * what it was found to declare stays right; a search by groups or schemas is none of ours, and is left as it was.
 */
export function rememberConstraints(): void {
  const storage = getMetadataStorage();
  // Of its own it has none: they are its class's, until this function puts others before them.
  if (Object.hasOwn(storage, 'groupByPropertyName')) return;
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const ofClass = rememberingEach((target: Target) => find(target, undefined as never, false, false));
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) =>
    schema || always || strictGroups || groups ? find(target, schema, always, strictGroups, groups) : ofClass(target);
  storage.groupByPropertyName = rememberingEach(group);
}

type Target = Parameters<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[0];
