import { join } from 'node:path';
import { systemAmbient } from '../ambient/system-ambient';
import type { Config } from '../config/config';
import { jsonLog } from '../log/process-log';
import { folderSender } from '../mail/folder-sender';
import { smtpSender } from '../mail/smtp-sender';
import { argon2Hasher } from '../passwords/argon2-hasher';
import type { PlatformPorts } from '../ports';
import { openTracing } from '../tracing/open-tracing';

/** What a process is given by the machine and its settings, whatever it keeps its data in. Its traces are of `service`. */
export function machinePorts(config: Config, service: string): Pick<PlatformPorts, 'ambient' | 'hasher' | 'mail' | 'processLog' | 'publicUrl' | 'transferTo' | 'tracing'> {
  const { logLevel, smtpUrl, mailFrom, dataDir, publicUrl, transferTo, host, port } = config;
  return {
    ambient: systemAmbient,
    hasher: argon2Hasher(),
    mail: smtpUrl === undefined ? folderSender(join(dataDir, 'mail'), systemAmbient) : smtpSender(smtpUrl, mailFrom),
    processLog: jsonLog(logLevel),
    publicUrl: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    transferTo,
    tracing: openTracing(config, service),
  };
}
