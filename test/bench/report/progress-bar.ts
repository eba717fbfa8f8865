const WIDTH = 40;

/** Shows on stderr how far something has come, 0 to 1; a line of its own where nobody looks on, one that is written over on a terminal. */
export function progressBar(name: string): (share: number) => void {
  const { isTTY } = process.stderr;
  let shown = -1;
  return (share) => {
    const filled = Math.min(WIDTH, Math.floor(share * WIDTH));
    if (filled === shown || (!isTTY && filled < WIDTH && filled % (WIDTH / 4) !== 0)) return;
    shown = filled;
    const bar = `${name} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.round(share * 100)}%`;
    process.stderr.write(isTTY ? `\r${bar}${filled === WIDTH ? '\n' : ''}` : `${bar}\n`);
  };
}
