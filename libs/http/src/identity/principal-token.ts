import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { epochMsOf, type Clock } from '@salvatempo/kernel';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import { roleSchema } from '@salvatempo/contracts';
import type { Principal } from './principal';

/** A token is good for five minutes. */
export const TOKEN_LIFETIME_S = 300;
const ISSUER = 'salvatempo/identity';

const claimsSchema = z.object({
  sub: z.string(),
  sid: z.string(),
  roles: z.array(z.object({ role: roleSchema, organisationId: z.string() })),
});

/** PKCS#8 of an Ed25519 key is this prefix and the 32 bytes of the seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs who is asking, at the edge, and verifies it in every service by itself. */
export class PrincipalTokens {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(
    /** 32 bytes. */
    seed: Uint8Array,
    private readonly clock: Clock,
  ) {
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
  }

  sign(principal: Principal): Promise<string> {
    const nowS = Math.floor(epochMsOf(this.clock.now()) / 1_000);
    return new SignJWT({ sid: principal.sessionId, roles: principal.roles })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(principal.personId)
      .setIssuer(ISSUER)
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + TOKEN_LIFETIME_S)
      .sign(this.privateKey);
  }

  /** The principal of a token; undefined for one that is forged, expired or of another kind. */
  async verify(token: string): Promise<Principal | undefined> {
    try {
      const currentDate = new Date(this.clock.now());
      const { payload } = await jwtVerify(token, this.publicKey, { issuer: ISSUER, algorithms: ['EdDSA'], currentDate });
      const claims = claimsSchema.parse(payload);
      return { personId: claims.sub, sessionId: claims.sid, roles: claims.roles };
    } catch {
      return undefined;
    }
  }
}
