import type { PlatformPorts } from '@salvatempo/runtime';
import { liveCode, type Person } from '../domain/person';
import { accessCodeOf } from '../set-password/access-codes.handler';
import type { ActivationCodeView } from './activation-codes.dto';

/** Whether somebody is let in, and the code of whoever isn't, as the organisation that hands it out sees it; others' codes stay theirs. */
export function codeView(personId: string, state: Person, organisationId: string, { ambient, keys }: Pick<PlatformPorts, 'ambient' | 'keys'>): ActivationCodeView {
  const live = liveCode(state, ambient.clock.now());
  const status = state.passwordRound > 0 ? 'activated' : live ? 'waiting' : 'expired';
  if (state.code?.organisationId !== organisationId) return { personId, status };
  const { expiresAt } = state.code;
  return { personId, status, ...(live && { code: accessCodeOf(keys, personId, live.round).replace(/^(.{5})/, '$1-') }), expiresAt };
}
