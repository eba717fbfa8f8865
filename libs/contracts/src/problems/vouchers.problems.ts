import type { ProblemTable } from './problem';

export const vouchersProblems = {
  'voucher-not-found': { status: 404, it: 'Questo voucher non esiste. Controllare il codice.', en: 'There is no such voucher. Check the code.' },
  'voucher-wrong-holder': { status: 422, it: 'Il voucher è intestato a un’altra persona.', en: 'The voucher is made out to another person.' },
  'voucher-wrong-provider': { status: 403, it: 'Il voucher è per un altro fornitore.', en: 'The voucher is for another provider.' },
  'voucher-already-redeemed': { status: 409, it: 'Il voucher è già stato usato il {redeemedAt}.', en: 'The voucher was already redeemed at {redeemedAt}.' },
  'voucher-expired': { status: 409, it: 'Il voucher è scaduto il {expiresAt}.', en: 'The voucher expired at {expiresAt}.' },
  'voucher-cancelled': { status: 409, it: 'Il voucher è stato annullato il {cancelledAt}.', en: 'The voucher was cancelled at {cancelledAt}.' },
  'voucher-not-holder': { status: 403, it: 'Solo la persona intestataria può farlo.', en: 'Only the holder may do this.' },
} satisfies ProblemTable;
