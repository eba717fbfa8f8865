import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NationalRegister, type AidToRegister } from './national-register.port';

/** Stands in for the national register, which isn't connected yet: gives a number that follows from the application, always the same. */
@Injectable()
export class LocalRegister extends NationalRegister {
  register({ allotmentId }: AidToRegister): Promise<{ readonly cor: string }> {
    const bits = createHash('sha256').update(allotmentId).digest().readBigUInt64BE();
    return Promise.resolve({ cor: String(bits).padStart(20, '0').slice(-15) });
  }
}
