import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { Envelope } from '@salvatempo/contracts';
import { SdkTracing } from './sdk-tracing';

const TRACE = 'a'.repeat(32);
const GIVEN = `00-${TRACE}-${'b'.repeat(16)}-01`;
const aMessage = (more: object = {}): Envelope => ({ id: 'm1', type: 'benefits.credit-held.v1', correlationid: 'c1', data: {}, ...more }) as Envelope;

let exporter: InMemorySpanExporter;
let tracing: SdkTracing;
beforeEach(() => {
  exporter = new InMemorySpanExporter();
  tracing = new SdkTracing(new SimpleSpanProcessor({ exporter }), 'benefits');
});
afterEach(() => tracing.close());

const request = (traceparent?: string) => tracing.request({ method: 'POST', route: '/api/marketplace/purchases', traceparent, correlationId: 'c1' });
const ended = () => exporter.getFinishedSpans();

describe('a step of a trace', () => {
  it('goes on with the trace that a client began, and hands on a context of its own', () => {
    const step = request(GIVEN);
    step.end(202);
    const [span] = ended();
    expect(span!.spanContext().traceId).toBe(TRACE);
    expect(span!.parentSpanContext?.spanId).toBe('b'.repeat(16));
    expect(step.traceparent).toBe(`00-${TRACE}-${span!.spanContext().spanId}-01`);
    expect(span!.attributes).toEqual({ 'http.request.method': 'POST', 'http.route': '/api/marketplace/purchases', 'http.response.status_code': 202, 'salvatempo.correlation_id': 'c1' });
  });

  it.each([undefined, 'nonsense', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`])('begins a trace where there is none: %s', (traceparent) => {
    const step = request(traceparent);
    step.end(200);
    expect(step.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(ended()[0]!.parentSpanContext).toBeUndefined();
  });

  it('is what a message brings about: its handler decides in the step’s own context', async () => {
    let seen: string | undefined;
    await tracing.message('marketplace.holding-news', aMessage({ traceparent: GIVEN }), async ({ traceparent }) => void (seen = traceparent));
    const [span] = ended();
    expect(seen).toBe(`00-${TRACE}-${span!.spanContext().spanId}-01`);
    expect([span!.name, span!.parentSpanContext?.spanId]).toEqual(['marketplace.holding-news benefits.credit-held.v1', 'b'.repeat(16)]);
  });

  it('says that it failed, and not with which words', async () => {
    const failing = tracing.message('g', aMessage(), () => Promise.reject(new TypeError('MRARSS80A01F205X is unknown')));
    await expect(failing).rejects.toThrow('is unknown');
    expect(ended()[0]!.status.message).toBe('TypeError');
    expect(JSON.stringify(ended().map(({ attributes, status, events }) => ({ attributes, status, events })))).not.toContain('F205X');
  });

  it('isn’t kept where the client says so, and still is one trace', async () => {
    const step = request(GIVEN.replace(/01$/, '00'));
    step.end(200);
    expect(ended()).toEqual([]);
    expect(step.traceparent.slice(0, 35)).toBe(GIVEN.slice(0, 35));
    expect(step.traceparent.endsWith('-00')).toBe(true);
  });

  it('isn’t kept beyond the share that this process keeps, whoever asks for it', async () => {
    const none = new SdkTracing(new SimpleSpanProcessor({ exporter }), 'gateway', 0);
    none.request({ method: 'GET', route: '/', traceparent: GIVEN, correlationId: 'c1' }).end(200);
    expect(ended()).toEqual([]);
    await none.close();
  });
});
