import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = '/etc/apt';

/** Stanzas of the newer form: `URIs: ...` and `Suites: ...` on lines of their own. */
const inStanzas = (text) =>
  text.split(/\n\s*\n/).map((stanza) => {
    const field = (name) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(stanza)?.[1].trim() ?? '';
    if (/^no$/i.test(field('Enabled'))) return { uri: '', suites: [] };
    return { uri: field('URIs').split(/\s+/)[0], suites: field('Suites').split(/\s+/) };
  });

/** `deb [options] URI suite components` in one line. */
const inLines = (text) => [...text.matchAll(/^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/gm)].map(([, uri, suite]) => ({ uri, suites: [suite] }));

/**
 * The mirror from which these sources take a release of the distribution, and not its security updates or somebody else's packages.
 * @param {string[]} texts of files of either form
 * @param {string} release its code name, such as `bookworm`
 * @returns {string | undefined}
 */
export const mirrorIn = (texts, release) =>
  texts.flatMap((text) => [...inStanzas(text), ...inLines(text)]).find(({ uri, suites }) => uri !== '' && suites.includes(release))?.uri;

/** The mirror that this machine's own apt is set up with; no other one is asked. */
export function machinesMirror() {
  const more = join(SOURCES, 'sources.list.d');
  const files = [join(SOURCES, 'sources.list'), ...(existsSync(more) ? readdirSync(more).map((name) => join(more, name)) : [])];
  const texts = files.filter((file) => /\.(list|sources)$/.test(file) && existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  const release = /^VERSION_CODENAME=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  return mirrorIn(texts, release);
}
