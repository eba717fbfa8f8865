/**
 * What no file may contain is spelled by the fixtures as `{{registry}}` and so on:
 * a fixture that held the text itself would be the offence that it shows.
 */
const placeholders: Readonly<Record<string, string>> = {
  registry: ['registry', 'npmjs', 'org'].join('.'),
  'working-folder': ['', 'work', ''].join('/'),
};

export function revealPlaceholders(text: string): string {
  return text.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => placeholders[name] ?? whole);
}
