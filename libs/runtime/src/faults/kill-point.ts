/**
 * A process that ends itself with SIGKILL when it reaches a named point for the nth time, so that a test can kill it between
 * any two durable steps. Without a setting it does nothing.
 * @param setting `point:count`, e.g. `commit.after:17`.
 */
export function killPoint(setting: string | undefined): ((point: string) => void) | undefined {
  if (setting === undefined) return undefined;
  const colon = setting.lastIndexOf(':');
  const wanted = setting.slice(0, colon);
  let left = Number(setting.slice(colon + 1));
  return (point) => {
    if (point !== wanted || --left > 0) return;
    process.kill(process.pid, 'SIGKILL');
  };
}
