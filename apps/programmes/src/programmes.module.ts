import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { ApplicationsConsumer } from './apply-for-call/applications.consumer';
import { ApplyForCallController } from './apply-for-call/apply-for-call.controller';
import { requestAllotmentSlice } from './apply-for-call/request-allotment.decider';
import { reserveAllotmentSlice } from './apply-for-call/reserve-allotment.decider';
import { grantAllotmentSlice, refuseAllotmentSlice } from './apply-for-call/settle-allotment.decider';
import { allotment } from './domain/allotment';
import { call } from './domain/call';
import { personCap } from './domain/person-cap';
import { ExplainDecisionController } from './explain-decision/explain-decision.controller';
import { FirmsConsumer } from './firm-facts/firms.consumer';
import { firms } from './firm-facts/firms.projection';
import { holdIncentiveSlice } from './hold-incentive/hold-incentive.decider';
import { IncentiveCommandsConsumer } from './hold-incentive/incentive-commands.consumer';
import { payIncentiveSlice } from './hold-incentive/pay-incentive.decider';
import { pinIncentiveSlice } from './hold-incentive/pin-incentive.decider';
import { expireIncentivesSlice, releaseIncentiveSlice } from './hold-incentive/release-incentive.decider';
import { holdPersonCapSlice } from './hold-person-cap/hold-person-cap.decider';
import { PersonCapCommandsConsumer } from './hold-person-cap/person-cap-commands.consumer';
import { pinPersonCapSlice } from './hold-person-cap/pin-person-cap.decider';
import { expirePersonCapsSlice, releasePersonCapSlice } from './hold-person-cap/release-person-cap.decider';
import { usePersonCapSlice } from './hold-person-cap/use-person-cap.decider';
import { OpenCallController } from './open-call/open-call.controller';
import { openCallSlice } from './open-call/open-call.decider';
import { AllotmentListConsumer } from './read-allotments/allotment-list.consumer';
import { allotmentList } from './read-allotments/allotment-list.projection';
import { ReadAllotmentsController } from './read-allotments/read-allotments.controller';
import { CallListConsumer } from './read-calls/call-list.consumer';
import { callList } from './read-calls/call-list.projection';
import { ReadCallsController } from './read-calls/read-calls.controller';
import { RecordPaymentConsumer } from './record-payment/record-payment.consumer';
import { recordPaymentSlice } from './record-payment/record-payment.decider';

@Module({
  controllers: [
    OpenCallController,
    ReadCallsController,
    ApplyForCallController,
    ReadAllotmentsController,
    ExplainDecisionController,
    FirmsConsumer,
    ApplicationsConsumer,
    IncentiveCommandsConsumer,
    PersonCapCommandsConsumer,
    RecordPaymentConsumer,
    CallListConsumer,
    AllotmentListConsumer,
  ],
  providers: [
    aggregate(call, openCallSlice, reserveAllotmentSlice, recordPaymentSlice),
    aggregate(
      allotment,
      requestAllotmentSlice,
      grantAllotmentSlice,
      refuseAllotmentSlice,
      holdIncentiveSlice,
      pinIncentiveSlice,
      payIncentiveSlice,
      releaseIncentiveSlice,
      expireIncentivesSlice,
    ),
    aggregate(personCap, holdPersonCapSlice, pinPersonCapSlice, usePersonCapSlice, releasePersonCapSlice, expirePersonCapsSlice),
    reader(firms),
    reader(callList),
    reader(allotmentList),
  ],
})
export class ProgrammesModule {}
