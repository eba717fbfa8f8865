import { mirrorIn } from './apt-mirror.mjs';

const stanzas = `Types: deb
URIs: http://other.example/node
Suites: nodistro

Types: deb
# of an old day
URIs: http://mirror.example/debian http://second.example/debian
Suites: bookworm bookworm-updates
Components: main

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
`;

describe('the mirror that a machine has', () => {
  it('is the one of its own release, in either form of sources', () => {
    expect(mirrorIn([stanzas], 'bookworm')).toBe('http://mirror.example/debian');
    expect(mirrorIn(['# deb http://old.example/debian bookworm main\ndeb [arch=amd64 signed-by=/a.gpg] http://line.example/debian bookworm main\n'], 'bookworm')).toBe('http://line.example/debian');
  });

  it('is none where the sources are switched off, or are those of somebody else', () => {
    expect(mirrorIn([stanzas.replaceAll('Types: deb', 'Types: deb\nEnabled: no')], 'bookworm')).toBeUndefined();
    expect(mirrorIn([stanzas], 'trixie')).toBeUndefined();
    expect(mirrorIn([], 'bookworm')).toBeUndefined();
  });
});
