import { noticeAddressSet, sessionClosed, sessionOpened, signInFailed, signInSucceeded } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { closeSessionSlice, expireSessionSlice } from '../current-session/close-session.decider';
import { hasPassword, PERSON, persons, registered } from '../domain/person.fixture';
import { session } from '../domain/session';
import { openSessionSlice } from './open-session.decider';

const attempt = (right: boolean, passwordRound = 1) => ({ type: 'attempt-sign-in', data: { right, passwordRound } });
const failed = (attempts: number) => signInFailed.of({ personId: PERSON, attempts, retryAt: '2026-09-01T08:15:00.000Z' });
const known = [registered, hasPassword];

describe('signing up', () => {
  const signUp = (username: string) => ({ type: 'register-person', data: { username, passwordHash: 'hash' } });

  it('keeps name and hash beside the state, and knows an address by its shape', () => {
    const personal = { username: 'Ilaria', passwordHash: 'hash' };
    given(persons).when(signUp('Ilaria')).then({ events: known, personal });
    const address = noticeAddressSet.of({ personId: PERSON, given: true });
    given(persons).when(signUp('i@x.example')).then({ events: [...known, address], personal: { ...personal, username: 'i@x.example' } });
  });

  it('takes a user name once', () => {
    given(persons, known).when(signUp('Ilaria')).then({ code: 'username-taken' });
  });
});

describe('signing in', () => {
  it('leaves no event for a right password, but for the first after wrong ones', () => {
    given(persons, known).when(attempt(true)).then([]);
    given(persons, [...known, failed(1)]).when(attempt(true)).then([signInSucceeded.of({ personId: PERSON })]);
  });

  it('counts wrong ones, and refuses even the right one after five', () => {
    given(persons, [...known, failed(4)]).when(attempt(false)).then([failed(5)]);
    given(persons, [...known, failed(5)]).when(attempt(true)).then({ code: 'too-many-attempts', params: { retryAt: '2026-09-01T08:15:00.000Z' } });
    given(persons, [...known, failed(5)]).when(attempt(true), { at: '2026-09-01T08:15:00.000Z' }).thenState({ signInFailures: undefined });
  });

  it('is refused for a password that was replaced meanwhile, and for nobody', () => {
    given(persons, [...known, hasPassword]).when(attempt(true)).then({ code: 'sign-in-refused' });
    given(persons).when(attempt(false, 0)).then({ code: 'sign-in-refused' });
  });
});

const sessions = { ...session, slices: [openSessionSlice, closeSessionSlice, expireSessionSlice] };
const ends = '2026-09-01T20:00:00.000Z';
const sessionId = 'ses_00000000000000000000000000';
const opened = sessionOpened.of({ sessionId, personId: PERSON, passwordRound: 2, expiresAt: ends });
const closed = sessionClosed.of({ sessionId, personId: PERSON });

describe('a session', () => {
  it('is opened for twelve hours', () => {
    const open = given(sessions).when({ type: 'open-session', data: { personId: PERSON, passwordRound: 2 } });
    open.then([opened]);
    expect(session.deadline(open.state)).toBe(ends);
  });

  it('ends when its person signs out, once', () => {
    const end = given(sessions, [opened]).when({ type: 'close-session', data: {} });
    end.then([closed]);
    expect(session.deadline(end.state)).toBeUndefined();
    given(sessions, [opened, closed]).when({ type: 'close-session', data: {} }).then([]);
  });

  it('ends by itself when its time is over, and not before', () => {
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: ends } };
    given(sessions, [opened]).when(pass, { at: '2026-09-01T19:59:59.999Z' }).then([]);
    given(sessions, [opened]).when(pass, { at: ends }).then([closed]);
  });
});
