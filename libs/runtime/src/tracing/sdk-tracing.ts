import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span, type Tracer } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ConsoleSpanExporter, ParentBasedSampler, SimpleSpanProcessor, TraceIdRatioBasedSampler, TracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Envelope } from '@salvatempo/contracts';
import type { RequestStep, TracedRequest, Tracing } from './tracing';

/** A collector that doesn't answer holds up neither the product nor its end. */
const EXPORT_WITHIN_MS = 2_000;
const MAX_WAITING_SPANS = 2_048;
const FIRST_SERVER_ERROR = 500;

/** Tracing that hands its steps to an OTLP collector (where, the exporter reads from the environment), or writes them to stdout. */
export function exportedTracing(kind: 'otlp' | 'console', service: string, share: number): Tracing {
  const processor =
    kind === 'console'
      ? new SimpleSpanProcessor({ exporter: new ConsoleSpanExporter() })
      : new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ timeoutMillis: EXPORT_WITHIN_MS }), maxQueueSize: MAX_WAITING_SPANS, exportTimeoutMillis: EXPORT_WITHIN_MS });
  return new SdkTracing(processor, service, share);
}

/** Steps as OpenTelemetry's spans. `share`: so many of the traces are kept, 0 to 1, by their ids, so that all processes keep the same ones. */
export class SdkTracing implements Tracing {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;

  constructor(processor: SpanProcessor, service: string, share = 1) {
    // Whoever asks from outside may ask for less than its share of traces, never for more.
    const kept = new TraceIdRatioBasedSampler(share);
    const sampler = new ParentBasedSampler({ root: kept, remoteParentSampled: kept });
    this.provider = new TracerProvider({ resource: resourceFromAttributes({ 'service.name': service }), spanProcessors: [processor], sampler });
    this.tracer = this.provider.getTracer('salvatempo');
  }

  request({ method, route, traceparent, correlationId }: TracedRequest): RequestStep {
    const attributes = { 'http.request.method': method, 'http.route': route, 'salvatempo.correlation_id': correlationId };
    const span = this.tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parentOf(traceparent));
    return {
      traceparent: traceparentOf(span),
      end(status) {
        span.setAttribute('http.response.status_code', status);
        if (status >= FIRST_SERVER_ERROR) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  async message(group: string, message: Envelope, handle: (message: Envelope) => Promise<void>): Promise<void> {
    const attributes = {
      'messaging.system': 'salvatempo',
      'messaging.operation.type': 'process',
      'messaging.consumer.group.name': group,
      'messaging.message.id': message.id,
      'salvatempo.message_type': message.type,
      'salvatempo.correlation_id': message.correlationid,
    };
    const span = this.tracer.startSpan(`${group} ${message.type}`, { kind: SpanKind.CONSUMER, attributes }, parentOf(message.traceparent));
    try {
      await handle({ ...message, traceparent: traceparentOf(span) });
    } catch (error) {
      // The name alone: a message may quote what it was about.
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
      throw error;
    } finally {
      span.end();
    }
  }

  async close(): Promise<void> {
    await this.provider.shutdown().catch(() => undefined);
  }
}

function parentOf(traceparent: string | undefined): Context {
  const parent = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
