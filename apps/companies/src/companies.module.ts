import { Module } from '@nestjs/common';
import { aggregate, reader } from '@salvatempo/runtime';
import { AccompanimentController } from './accompany-firm/accompaniment.controller';
import { beginStepSlice } from './accompany-firm/begin-step.decider';
import { completeStepSlice } from './accompany-firm/complete-step.decider';
import { handInSlice } from './accompany-firm/hand-in.decider';
import { advanceContactSlice } from './advance-contact/advance-contact.decider';
import { JoinedContactsConsumer } from './advance-contact/joined-contacts.consumer';
import { noteJoinedSlice } from './advance-contact/note-joined.decider';
import { AnswerSurveyController } from './answer-survey/answer-survey.controller';
import { answerSurveySlice } from './answer-survey/answer-survey.decider';
import { AttendMeetingController } from './attend-meeting/attend-meeting.controller';
import { FirmOrganisers } from './attend-meeting/firm-organisers.handler';
import { giveUpPlacesSlice } from './attend-meeting/give-up-places.decider';
import { takePlacesSlice } from './attend-meeting/take-places.decider';
import { ChangeFirmController } from './change-firm/change-firm.controller';
import { changeFirmSlice } from './change-firm/change-firm.decider';
import { CloseSurveyController } from './close-survey/close-survey.controller';
import { closeSurveySlice, endSurveySlice } from './close-survey/close-survey.decider';
import { poolSurveySlice } from './close-survey/pool-survey.decider';
import { SurveyPoolsConsumer } from './close-survey/survey-pools.consumer';
import { accompaniment } from './domain/accompaniment';
import { contact } from './domain/contact';
import { contactImport } from './domain/contact-import';
import { employee } from './domain/employee';
import { employeeImport } from './domain/employee-import';
import { family } from './domain/family';
import { firm } from './domain/firm';
import { intermediary } from './domain/intermediary';
import { mandate } from './domain/mandate';
import { meeting } from './domain/meeting';
import { network } from './domain/network';
import { survey } from './domain/survey';
import { surveyPool } from './domain/survey-pool';
import { roster } from './domain/roster';
import { sites } from './domain/sites';
import { PlanDraftController } from './draft-plan/plan-draft.controller';
import { EmploymentController } from './end-employment/employment.controller';
import { endEmploymentSlice } from './end-employment/end-employment.decider';
import { rehireEmployeeSlice } from './end-employment/rehire-employee.decider';
import { endMandateSlice } from './give-mandate/end-mandate.decider';
import { giveMandateSlice } from './give-mandate/give-mandate.decider';
import { MandateController } from './give-mandate/mandate.controller';
import { MandatesOfFirmConsumer } from './give-mandate/mandates-of-firm.consumer';
import { mandatesOfFirm } from './give-mandate/mandates-of-firm.projection';
import { announceMeetingSlice } from './hold-meeting/announce-meeting.decider';
import { callOffMeetingSlice } from './hold-meeting/call-off-meeting.decider';
import { HoldMeetingController } from './hold-meeting/hold-meeting.controller';
import { MeetingListConsumer } from './hold-meeting/meeting-list.consumer';
import { meetingList } from './hold-meeting/meeting-list.projection';
import { recordAttendanceSlice } from './hold-meeting/record-attendance.decider';
import { acceptContactsSlice, completeContactsSlice } from './import-contacts/contact-import.decider';
import { ImportContactsConsumer } from './import-contacts/import-contacts.consumer';
import { ImportContactsController } from './import-contacts/import-contacts.controller';
import { listContactSlice } from './import-contacts/list-contact.decider';
import { acceptImportSlice } from './import-employees/accept-import.decider';
import { completeImportSlice } from './import-employees/complete-import.decider';
import { EmployeeFiles } from './import-employees/employee-file.handler';
import { FileLeavers } from './import-employees/file-leavers.handler';
import { ImportEmployeesConsumer } from './import-employees/import-employees.consumer';
import { ImportEmployeesController } from './import-employees/import-employees.controller';
import { PlanImport } from './import-employees/plan-import.handler';
import { PreviewImportController } from './import-employees/preview-import.controller';
import { ReadImportController } from './import-employees/read-import.controller';
import { takeEmployeeSlice } from './import-employees/take-employee.decider';
import { ImportRosterController } from './import-roster/import-roster.controller';
import { PlanRoster } from './import-roster/plan-roster.handler';
import { takeRosterSlice } from './import-roster/take-roster.decider';
import { formNetworkSlice } from './join-network/form-network.decider';
import { joinNetworkSlice } from './join-network/join-network.decider';
import { leaveNetworkSlice } from './join-network/leave-network.decider';
import { NetworkController } from './join-network/network.controller';
import { NetworkListConsumer } from './read-networks/network-list.consumer';
import { networkList } from './read-networks/network-list.projection';
import { ReadNetworksController } from './read-networks/read-networks.controller';
import { declareMemberSlice } from './keep-family/declare-member.decider';
import { eraseMemberSlice } from './keep-family/erase-member.decider';
import { FamilyController } from './keep-family/family.controller';
import { OpenSurveyController } from './open-survey/open-survey.controller';
import { openSurveySlice } from './open-survey/open-survey.decider';
import { changeSiteSlice } from './keep-sites/change-site.decider';
import { closeSiteSlice } from './keep-sites/close-site.decider';
import { openSiteSlice } from './keep-sites/open-site.decider';
import { SiteController } from './keep-sites/site.controller';
import { ReadDeclarationController } from './read-declaration/read-declaration.controller';
import { EmployeeListConsumer } from './read-employees/employee-list.consumer';
import { employeeList } from './read-employees/employee-list.projection';
import { ReadEmployeesController } from './read-employees/read-employees.controller';
import { FirmListConsumer } from './read-firms/firm-list.consumer';
import { firmList } from './read-firms/firm-list.projection';
import { CompanyNames } from './read-firms/names.handler';
import { ReadFirmsController } from './read-firms/read-firms.controller';
import { MandatedAccess } from './read-mandates/mandated-access.handler';
import { MandatedFirmsConsumer } from './read-mandates/mandated-firms.consumer';
import { MandatedFirmsController } from './read-mandates/mandated-firms.controller';
import { mandatedFirms } from './read-mandates/mandated-firms.projection';
import { ContactListConsumer } from './read-outreach/contact-list.consumer';
import { contactList } from './read-outreach/contact-list.projection';
import { OutreachController } from './read-outreach/outreach.controller';
import { ReadOwnCardController } from './read-own-card/read-own-card.controller';
import { ReadSurveysController } from './read-surveys/read-surveys.controller';
import { SurveyListConsumer } from './read-surveys/survey-list.consumer';
import { surveyList } from './read-surveys/survey-list.projection';
import { Surveys } from './read-surveys/survey-results.handler';
import { ReadShiftsController } from './read-shifts/read-shifts.controller';
import { ShiftsOfDays } from './read-shifts/shifts-of-days.handler';
import { RegisterFirmController } from './register-firm/register-firm.controller';
import { registerFirmSlice } from './register-firm/register-firm.decider';
import { addMemberSlice } from './register-intermediary/add-member.decider';
import { IntermediaryListConsumer } from './register-intermediary/intermediary-list.consumer';
import { intermediaryList } from './register-intermediary/intermediary-list.projection';
import { IntermediaryController } from './register-intermediary/intermediary.controller';
import { registerIntermediarySlice } from './register-intermediary/register-intermediary.decider';
import { removeMemberSlice } from './register-intermediary/remove-member.decider';
import { WaitForMeetingController } from './wait-for-meeting/wait-for-meeting.controller';
import { stopWaitingSlice, waitForPlacesSlice } from './wait-for-meeting/wait-for-places.decider';

@Module({
  controllers: [
    RegisterFirmController,
    ChangeFirmController,
    ReadDeclarationController,
    ReadFirmsController,
    ImportEmployeesController,
    PreviewImportController,
    ReadImportController,
    ReadEmployeesController,
    EmploymentController,
    ReadOwnCardController,
    FamilyController,
    ReadNetworksController,
    NetworkController,
    NetworkListConsumer,
    OpenSurveyController,
    CloseSurveyController,
    ReadSurveysController,
    AnswerSurveyController,
    AccompanimentController,
    PlanDraftController,
    HoldMeetingController,
    AttendMeetingController,
    WaitForMeetingController,
    IntermediaryController,
    MandateController,
    ImportContactsController,
    OutreachController,
    MandatedFirmsController,
    SiteController,
    ImportRosterController,
    ReadShiftsController,
    FirmListConsumer,
    EmployeeListConsumer,
    ImportEmployeesConsumer,
    SurveyListConsumer,
    SurveyPoolsConsumer,
    IntermediaryListConsumer,
    MandatesOfFirmConsumer,
    MandatedFirmsConsumer,
    ImportContactsConsumer,
    JoinedContactsConsumer,
    ContactListConsumer,
    MeetingListConsumer,
  ],
  providers: [
    CompanyNames,
    EmployeeFiles,
    PlanImport,
    FileLeavers,
    Surveys,
    PlanRoster,
    ShiftsOfDays,
    MandatedAccess,
    FirmOrganisers,
    aggregate(firm, registerFirmSlice, changeFirmSlice),
    aggregate(employee, takeEmployeeSlice, endEmploymentSlice, rehireEmployeeSlice),
    aggregate(family, declareMemberSlice, eraseMemberSlice),
    aggregate(network, formNetworkSlice, joinNetworkSlice, leaveNetworkSlice),
    aggregate(survey, openSurveySlice, answerSurveySlice, closeSurveySlice, endSurveySlice),
    aggregate(surveyPool, poolSurveySlice),
    aggregate(accompaniment, beginStepSlice, handInSlice, completeStepSlice),
    aggregate(meeting, announceMeetingSlice, takePlacesSlice, giveUpPlacesSlice, waitForPlacesSlice, stopWaitingSlice, callOffMeetingSlice, recordAttendanceSlice),
    aggregate(intermediary, registerIntermediarySlice, addMemberSlice, removeMemberSlice),
    aggregate(mandate, giveMandateSlice, endMandateSlice),
    aggregate(contact, listContactSlice, advanceContactSlice, noteJoinedSlice),
    aggregate(contactImport, acceptContactsSlice, completeContactsSlice),
    aggregate(sites, openSiteSlice, changeSiteSlice, closeSiteSlice),
    aggregate(roster, takeRosterSlice),
    aggregate(employeeImport, acceptImportSlice, completeImportSlice),
    reader(networkList),
    reader(firmList),
    reader(employeeList),
    reader(surveyList),
    reader(intermediaryList),
    reader(mandatesOfFirm),
    reader(mandatedFirms),
    reader(contactList),
    reader(meetingList),
  ],
})
export class CompaniesModule {}
