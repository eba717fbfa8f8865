import { blobCases } from './blob-cases';
import { commitCases } from './commit-cases';
import { journalCases } from './journal-cases';
import { keyCases } from './key-cases';
import { lifecycleCases } from './lifecycle-cases';
import { limitCases } from './limit-cases';
import { outboxCases } from './outbox-cases';
import { parkingCases } from './parking-cases';
import { raceCases } from './race-cases';
import { rowCases } from './row-cases';
import { PlaceFixture, type NewPlace } from './store-place';

/**
 * What every store must do alike, so that the product behaves the same on one file and on a cluster. An adapter passes in
 * how a place of its own is made; what it can't do it leaves out there, and the case about it says nothing.
 */
export function storeContract(name: string, newPlace: NewPlace): void {
  describe(`the store on ${name}`, () => {
    const fixture = new PlaceFixture(newPlace);
    describe('commits', () => commitCases(fixture));
    describe('limits', () => limitCases(fixture));
    describe('outbox and deadlines', () => outboxCases(fixture));
    describe('journal', () => journalCases(fixture));
    describe('rows', () => rowCases(fixture));
    describe('keys', () => keyCases(fixture));
    describe('parking', () => parkingCases(fixture));
    describe('files', () => blobCases(fixture));
    describe('races', () => raceCases(fixture));
    describe('life', () => lifecycleCases(fixture));
  });
}
