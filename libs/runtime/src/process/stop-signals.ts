/** Resolves with the first SIGINT or SIGTERM; later ones are taken notice of and change nothing, since npm passes a Ctrl-C on twice. */
export const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    process.on('SIGINT', resolve);
    process.on('SIGTERM', resolve);
  });
