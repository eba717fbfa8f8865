import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const unread = ['node_modules', 'dist', 'data', 'coverage', '.git'];

function without(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !unread.includes(entry.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true })
            .filter((inner) => inner.isFile())
            .map((inner) => join(inner.parentPath, inner.name).slice(root.length + 1))
        : [entry.name],
    );
}

/** What git has or would add; in a copy without git (an archive), everything that isn't made by a command. */
export function trackedFiles(root: string): string[] {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    // A file that was removed but not yet committed is still listed.
    return output.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return without(root);
  }
}
