import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problems } from '@salvatempo/contracts';

/** The OpenAPI document of an application's routes, with the published problem codes. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const description =
    'Every changing request needs an Idempotency-Key. Errors are application/problem+json with a stable `code`: ' + Object.keys(problems).sort().join(', ') + '.';
  const config = new DocumentBuilder()
    .setTitle('Salvatempo')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('salvatempo_session')
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
}

/** Serves the document at `/openapi.json` and a page to browse it at `/api-docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api-docs', app, openApiOf(app), { jsonDocumentUrl: 'openapi.json' });
}
