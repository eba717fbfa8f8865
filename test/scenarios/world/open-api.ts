import type { Caller } from './caller';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** A route as the published document declares it. */
export interface Route {
  /** `POST /api/x/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** The JSON body's fields; undefined where it takes none. */
  readonly fields?: readonly Field[];
  readonly takesCsv: boolean;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every route of the published document. */
export async function publishedRoutes(anybody: Caller): Promise<readonly Route[]> {
  const { body: document } = await anybody.get('/openapi.json');
  const schemas = document.components.schemas as Record<string, Schema>;
  const paths = Object.entries(document.paths as Record<string, Record<string, Operation>>);
  return paths.flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => routeOf(method.toUpperCase(), path, operation, schemas)));
}

function routeOf(method: string, path: string, { parameters = [], requestBody }: Operation, schemas: Record<string, Schema>): Route {
  const json = requestBody?.content['application/json']?.schema;
  const schema = json?.$ref === undefined ? json : schemas[json.$ref.split('/').at(-1)!];
  const required = new Set(schema?.required);
  const fields = schema && Object.entries(schema.properties ?? {}).map(([name, { type = 'object' }]) => ({ name, type, required: required.has(name) }));
  const query = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  return { name: `${method} ${path}`, method, path, query, takesCsv: requestBody?.content['text/csv'] !== undefined, ...(fields && { fields }) };
}
