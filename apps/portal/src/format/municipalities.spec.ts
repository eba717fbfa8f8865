/// <reference types="jest" />
import { municipalityCode } from './municipalities';

it.each([
  ['Lodi', 'E648'],
  [' sant’angelo lodigiano ', 'I274'],
  ['F205', 'F205'],
  ['f205', 'F205'],
  ['Milano', undefined],
  ['', undefined],
])('reads %j as %p', (typed, code) => expect(municipalityCode(typed)).toBe(code));
