import type { Aggregate } from '@salvatempo/kernel';
import { callOffRunSlice } from './call-off-run/call-off-run.decider';
import { giveBackCoverSlice } from './cover-credit/give-back-cover.decider';
import { receiveTransferSlice } from './cover-credit/receive-transfer.decider';
import { registerRunSlice } from './cover-credit/register-run.decider';
import { firmCover, type FirmCover } from './domain/firm-cover';
import { remindFirmSlice } from './remind-firm/remind-firm.decider';
import { setGuaranteeSlice } from './set-guarantee/set-guarantee.decider';

/** A firm's cover with everything that can be done to it. */
export const coverAggregate: Aggregate<FirmCover> = { ...firmCover, slices: [registerRunSlice, receiveTransferSlice, giveBackCoverSlice, callOffRunSlice, setGuaranteeSlice, remindFirmSlice] };
