import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { ActivationCodesController } from './activation-codes/activation-codes.controller';
import { FirmPeopleConsumer } from './activation-codes/firm-people.consumer';
import { firmPeople } from './activation-codes/firm-people.projection';
import { RenewCodeController } from './activation-codes/renew-code.controller';
import { renewCodeSlice } from './activation-codes/renew-code.decider';
import { appointOperatorSlice } from './appoint-operator/appoint-operator.decider';
import { FirstOperatorController } from './appoint-operator/first-operator.controller';
import { OperatorBootstrap } from './appoint-operator/operator-bootstrap.handler';
import { closeSessionSlice, expireSessionSlice } from './current-session/close-session.decider';
import { CurrentSessionController } from './current-session/current-session.controller';
import { notice } from './domain/notice';
import { operators } from './domain/operators';
import { person } from './domain/person';
import { session } from './domain/session';
import { admitEmployeeSlice } from './grant-roles/admit-employee.decider';
import { admitMemberSlice } from './grant-roles/admit-member.decider';
import { grantRoleSlice } from './grant-roles/grant-role.decider';
import { GrantRolesConsumer } from './grant-roles/grant-roles.consumer';
import { AttemptLimiter } from './limit-attempts/attempts.limiter';
import { MemberCodesController } from './member-codes/member-codes.controller';
import { delayNoticeSlice, retryNoticeSlice } from './send-notices/delay-notice.decider';
import { dropNoticeSlice, noteSentSlice } from './send-notices/finish-notice.decider';
import { NoticeMailConsumer } from './send-notices/notice-mail.consumer';
import { NoticeMails } from './send-notices/notice-mails.handler';
import { requestNoticeSlice } from './send-notices/request-notice.decider';
import { PaymentNewsConsumer } from './send-notices/payment-news.consumer';
import { firmOwners, reminderFacts } from './send-notices/reminder-facts.projection';
import { ResetNewsConsumer } from './send-notices/reset-news.consumer';
import { expiryFacts } from './send-notices/expiry-facts.projection';
import { ExpiryNewsConsumer } from './send-notices/expiry-news.consumer';
import { meetingFacts } from './send-notices/meeting-facts.projection';
import { MeetingNewsConsumer } from './send-notices/meeting-news.consumer';
import { voucherFacts } from './send-notices/voucher-facts.projection';
import { VoucherNewsConsumer } from './send-notices/voucher-news.consumer';
import { AccessCodes } from './set-password/access-codes.handler';
import { ActivateController } from './set-password/activate.controller';
import { requestResetSlice } from './set-password/request-reset.decider';
import { ResetPasswordController } from './set-password/reset-password.controller';
import { setPasswordSlice } from './set-password/set-password.decider';
import { attemptSignInSlice } from './sign-in/attempt-sign-in.decider';
import { Credentials } from './sign-in/credentials.handler';
import { ExchangeSessionController } from './sign-in/exchange-session.controller';
import { Logins } from './sign-in/logins.handler';
import { openSessionSlice } from './sign-in/open-session.decider';
import { OpenSessions } from './sign-in/session.exchange';
import { Sessions } from './sign-in/sessions.handler';
import { SignInController } from './sign-in/sign-in.controller';
import { Accounts } from './sign-up/accounts.handler';
import { registerPersonSlice } from './sign-up/register-person.decider';
import { SignUpController } from './sign-up/sign-up.controller';

const consumers = [GrantRolesConsumer, FirmPeopleConsumer, VoucherNewsConsumer, MeetingNewsConsumer, PaymentNewsConsumer, ResetNewsConsumer, NoticeMailConsumer, ExpiryNewsConsumer];

@Module({
  controllers: [
    SignUpController,
    SignInController,
    CurrentSessionController,
    ActivateController,
    ResetPasswordController,
    ActivationCodesController,
    RenewCodeController,
    MemberCodesController,
    FirstOperatorController,
    ExchangeSessionController,
    ...consumers,
  ],
  providers: [
    AttemptLimiter,
    Logins,
    Accounts,
    Credentials,
    Sessions,
    OpenSessions,
    AccessCodes,
    NoticeMails,
    OperatorBootstrap,
    aggregate(
      person,
      registerPersonSlice,
      grantRoleSlice,
      admitEmployeeSlice,
      admitMemberSlice,
      setPasswordSlice,
      requestResetSlice,
      renewCodeSlice,
      attemptSignInSlice,
    ),
    aggregate(session, openSessionSlice, closeSessionSlice, expireSessionSlice),
    aggregate(operators, appointOperatorSlice),
    aggregate(notice, requestNoticeSlice, noteSentSlice, dropNoticeSlice, delayNoticeSlice, retryNoticeSlice),
    reader(firmPeople),
    reader(voucherFacts),
    reader(meetingFacts),
    ...[reader(firmOwners), reader(reminderFacts)],
    reader(expiryFacts),
  ],
})
export class IdentityModule {}
