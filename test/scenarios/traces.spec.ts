import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder, leaveNothing, start } from './world/product';
import { orphansOf, TraceCollector } from './world/trace-collector';

const TOUR = join(__dirname, '../../dist/scripts/tour/main.js');
const PURCHASE = 'POST /api/marketplace/purchases';
const run = promisify(execFile);

let collector: TraceCollector;
beforeAll(async () => void (collector = await TraceCollector.start()));
afterAll(async () => {
  await leaveNothing();
  collector.end();
});

it('one purchase is one trace through all services that had to do with it, without anybody’s name', async () => {
  const product = await start({ dataDir: freshFolder(), env: collector.env });
  const { stdout } = await run(process.execPath, [TOUR, '--url', product.url, '--seed', '31', '--json'], { timeout: 60_000 });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  expect((await product.stop()).code).toBe(0);
  const traces = collector.tracesWith(PURCHASE);
  expect(traces.length).toBeGreaterThan(0);
  for (const trace of traces) {
    expect(orphansOf(trace)).toEqual([]);
    expect(trace.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name)).toEqual([PURCHASE]);
  }
  const services = traces.map((trace) => [...new Set(trace.filter(({ name }) => !name.includes(' /')).map(({ name }) => name.split('.')[0]))].sort());
  expect(services).toContainEqual(expect.arrayContaining(['benefits', 'marketplace', 'programmes', 'vouchers']));
  expect(collector.text).not.toMatch(/[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]/);
});
