import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A step of a trace as it was handed over. */
export interface Step {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

interface Handed {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Step, 'service'>[] }[];
  }[];
}

/** Takes traces by OTLP over HTTP and keeps them in memory. */
export class TraceCollector {
  readonly steps: Step[] = [];
  /** Everything as it came. */
  text = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TraceCollector> {
    const server = createServer((request, response) => void collector.take(request).then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}')));
    const collector = new TraceCollector(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  /** For the environment of a process whose traces come here. */
  get env(): { readonly OTEL_EXPORTER_OTLP_ENDPOINT: string } {
    return { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}` };
  }

  /** The steps of each trace in which a step has this name. */
  tracesWith(name: string): readonly (readonly Step[])[] {
    const ids = new Set(this.steps.filter((step) => step.name === name).map(({ traceId }) => traceId));
    return [...ids].map((id) => this.steps.filter(({ traceId }) => traceId === id));
  }

  end(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    this.text += text;
    for (const { resource, scopeSpans } of (JSON.parse(text) as Handed).resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')!.value.stringValue!;
      for (const { spans } of scopeSpans) this.steps.push(...spans.map((span) => ({ ...span, service })));
    }
  }
}

/** Steps whose parent is no step of the trace; the first one has none. */
export const orphansOf = (trace: readonly Step[]): readonly Step[] => {
  const known = new Set(trace.map(({ spanId }) => spanId));
  return trace.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId !== '' && !known.has(parentSpanId));
};
