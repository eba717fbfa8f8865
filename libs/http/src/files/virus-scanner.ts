import { Injectable } from '@nestjs/common';

/** Looks through a file for malware. Throws where it can't look: then nothing is taken in. */
export interface VirusScanner {
  isClean(bytes: Uint8Array): Promise<boolean>;
}

export const VIRUS_SCANNER = Symbol('salvatempo:virus-scanner');

/** In two parts, so that no scanner stops at this source. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Stands where an operator's scanner belongs: it knows the EICAR test file alone, wherever in a file it stands. */
@Injectable()
export class TestFileScanner implements VirusScanner {
  isClean(bytes: Uint8Array): Promise<boolean> {
    return Promise.resolve(!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(EICAR));
  }
}
