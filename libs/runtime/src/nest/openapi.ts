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
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  headersAreOptional(document);
  return document;
}

/** `@Headers` reads as required to the generator, yet no route insists on the one that it reads: leaving it out only means not waiting. */
function headersAreOptional({ paths }: OpenAPIObject): void {
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path) as { parameters?: { in?: string; required?: boolean }[] }[]))
    for (const parameter of operation.parameters ?? []) if (parameter.in === 'header') parameter.required = false;
}

/** Serves the document at `/openapi.json` and a page to browse it at `/api-docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api-docs', app, openApiOf(app), { jsonDocumentUrl: 'openapi.json' });
}
