import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DemoApi } from './demo-client.http';

/** The API of an application in this process, before it listens. */
export const injected = (app: NestFastifyApplication): DemoApi => ({
  send: async (method, url, headers, payload) => {
    const { statusCode, body } = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: statusCode, text: body };
  },
});
