import { Controller, Delete, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Authenticator, Because, Who, type Answer, type Principal } from '@salvatempo/http';
import type { AggregateRunner, Cause } from '@salvatempo/messaging';
import { Directory, runnerOf } from '@salvatempo/runtime';
import { person, personalDataOf, type Grant, type Person } from '../domain/person';
import { session, type Session } from '../domain/session';
import { Sessions } from '../sign-in/sessions.handler';
import { CurrentSessionView, NamedRoleView, SignOutView } from './current-session.view';

interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('identity')
@Controller('api/identity/sessions/current')
export class CurrentSessionController {
  constructor(
    @Inject(runnerOf(person)) private readonly persons: AggregateRunner<Person>,
    @Inject(runnerOf(session)) private readonly sessions: AggregateRunner<Session>,
    @Inject(Sessions) private readonly opened: Sessions,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** Who is signed in, with the roles of the moment. */
  @Get()
  @Allow()
  @ApiOkResponse({ type: CurrentSessionView })
  async read(@Who() { personId, roles: remembered }: Principal): Promise<CurrentSessionView> {
    const found = await this.persons.load(personId);
    const roles = found?.state.roles ?? [];
    // What is shown here must hold for the very next request.
    if (roles.length !== remembered.length) this.authenticator.forget(personId);
    const { username } = personalDataOf(found?.personal);
    const displayName = await this.displayName(personId, roles);
    return {
      personId,
      ...(username === undefined ? {} : { username }),
      ...(displayName === undefined ? {} : { displayName }),
      roles: await Promise.all(roles.map((grant) => this.named(grant))),
    };
  }

  /** Signs out: the session's secret is worth nothing any more. */
  @Delete()
  @Allow()
  @ApiOkResponse({ type: SignOutView })
  async signOut(@Who() { personId, sessionId }: Principal, @Res({ passthrough: true }) reply: Reply, @Because() cause: Cause): Promise<Answer<SignOutView>> {
    await this.sessions.execute(sessionId, { type: 'close-session', data: {} }, cause);
    this.authenticator.forget(personId);
    void reply.header('set-cookie', this.opened.cookie(undefined));
    return { status: 200, body: { status: 'signed-out' } };
  }

  private async named({ role, organisationId }: Grant): Promise<NamedRoleView> {
    const organisation = organisationId === 'territory' ? undefined : await this.directory.organisation(organisationId);
    return { role, organisationId, ...(organisation && { organisationName: organisation.name }) };
  }

  private async displayName(personId: string, roles: readonly Grant[]): Promise<string | undefined> {
    const employer = roles.find(({ role }) => role === 'employee');
    return employer && (await this.directory.person(personId, employer.organisationId))?.name;
  }
}
