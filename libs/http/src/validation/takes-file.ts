import { RouteConfig } from '@nestjs/platform-fastify';

/** What a file is sent as: what it really is, its first bytes say. */
export const FILE_TYPE = 'application/octet-stream';

/** A route whose body is a file of up to MAX_BLOB_BYTES; any other refuses one before it is read. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });

export const takesFile = (config: unknown): boolean => (config as { takesFile?: boolean } | undefined)?.takesFile === true;
