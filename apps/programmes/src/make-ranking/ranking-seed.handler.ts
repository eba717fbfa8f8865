import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';

/** 260 bits. */
const SEED_CHARACTERS = 52;

/** The seed of each ranked call. It follows from the territory's key: it needs no keeping, and no officer chooses or knows it. */
@Injectable()
export class RankingSeeds {
  constructor(@Inject(PLATFORM) private readonly ports: PlatformPorts) {}

  of(callId: string): string {
    return this.ports.keys.code('ranking-seed', callId, SEED_CHARACTERS);
  }
}
