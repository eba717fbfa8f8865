/* The SDK is loaded when it is asked for, so that a process without tracing starts without it. */
/* eslint-disable @typescript-eslint/no-require-imports -- an import() here would want the name of a compiled file, which tests don't have */
import type { Config } from '../config/config';
import type { Tracing } from './tracing';

type TracingConfig = Pick<Config, 'tracesExporter' | 'otlpEndpoint' | 'tracesServiceName' | 'tracesShare'>;

/** Tracing as the settings want it; undefined where they don't. `service` names this process. */
export function openTracing({ tracesExporter, otlpEndpoint, tracesServiceName, tracesShare = 1 }: TracingConfig, service: string): Tracing | undefined {
  const kind = tracesExporter ?? (otlpEndpoint === undefined ? 'none' : 'otlp');
  if (kind === 'none') return undefined;
  const { exportedTracing } = require('./sdk-tracing') as typeof import('./sdk-tracing');
  return exportedTracing(kind, tracesServiceName ?? service, tracesShare);
}
