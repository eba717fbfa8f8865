import type { MessageTracing } from '@salvatempo/messaging';

/** One request, as a step of a trace. */
export interface RequestStep {
  /** The step's own context, for whatever it calls and decides. */
  readonly traceparent: string;
  end(status: number): void;
}

export interface TracedRequest {
  readonly method: string;
  /** The pattern of the route, which names no id. */
  readonly route: string;
  /** As the client sent it; nonsense begins a trace of its own. */
  readonly traceparent: string | undefined;
  readonly correlationId: string;
}

/** Follows one purchase through all services: each request and each message handled is a step (ADR 0180). No personal data. */
export interface Tracing extends MessageTracing {
  request(request: TracedRequest): RequestStep;
  /** Hands over what is left, for two seconds at most. */
  close(): Promise<void>;
}
