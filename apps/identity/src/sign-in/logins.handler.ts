import { Inject, Injectable } from '@nestjs/common';
import { TerritoryKeys } from '@salvatempo/runtime';
import { readLogin } from '../domain/usernames';

/** Finds out whom a user name stands for: the id follows from it, whether or not there is such a person. */
@Injectable()
export class Logins {
  constructor(@Inject(TerritoryKeys) private readonly keys: TerritoryKeys) {}

  personId(typed: string): string {
    const login = readLogin(typed);
    return 'fiscalCode' in login ? this.keys.personId(login.fiscalCode) : this.keys.personIdOfUsername(login.username);
  }
}
