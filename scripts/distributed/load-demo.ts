import { DemoLoader, greeting, type DemoApi } from '@salvatempo/app-standalone';
import { ConfigError, mainOf, systemAmbient } from '@salvatempo/runtime';

const at = (url: string): DemoApi => ({
  send: async (method, path, headers, body) => {
    const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: response.status, text: await response.text() };
  },
});

/** Loads the demo territory into services that run as processes of their own, and prints the address and the sign-ins. */
void mainOf(async ({ publicUrl, dataDir }) => {
  if (publicUrl === undefined) throw new ConfigError('PUBLIC_URL: takes the address of the gateway');
  // Identity has made the operator when it started (FIRST_OPERATOR).
  const demo = await new DemoLoader(at(publicUrl), async () => undefined, systemAmbient, dataDir).load();
  process.stdout.write(greeting(publicUrl, demo, undefined));
});
