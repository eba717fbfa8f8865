import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { ExternalContextCreator, ModulesContainer } from '@nestjs/core';
import { problemDocument, problemOfError } from '@salvatempo/http';
import { fakeReply, fakeRequest, routeParams, type EdgeReply, type EdgeRequest } from './edge-messages';

type Handler = (request: object, reply: object) => Promise<unknown>;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly status: number;
  readonly handle: Handler;
}

/** Keys under which Nest keeps what its decorators said. */
const PATH = 'path';
const METHOD = 'method';
const STATUS = '__httpCode__';
const ARGUMENTS = '__routeArguments__';

/**
 * The product's routes without HTTP: each request goes through the same guards, interceptors, validation and filters as
 * over the wire, called directly, so that nothing but the scheduler decides when it goes on.
 */
export class Edge {
  private readonly routes: readonly Route[];

  constructor(app: INestApplicationContext) {
    const contexts = app.get(ExternalContextCreator, { strict: false });
    const routes = [...app.get(ModulesContainer, { strict: false })].flatMap(([key, module]) =>
      [...module.controllers.values()].flatMap(({ instance }) => routesOf(instance as object, within(key, contexts))),
    );
    // A fixed path is asked before one with a parameter, as the router of the real server does.
    this.routes = routes.sort((a, b) => a.names.length - b.names.length);
  }

  /** Answers every request, also with problems; throws nothing. */
  async handle(request: EdgeRequest): Promise<EdgeReply> {
    const [path = '', query = ''] = request.url.split('?');
    const route = this.routes.find(({ method, pattern }) => method === request.method && pattern.test(path));
    const reply = fakeReply(route?.status ?? 404);
    try {
      if (!route) return { status: 404, headers: {}, body: '' };
      const values = route.pattern.exec(path)!.slice(1).map(decodeURIComponent);
      const params = Object.fromEntries(route.names.map((name, at) => [name, values[at]!]));
      return reply.finished(await route.handle(fakeRequest(request, params, query), reply));
    } catch (error) {
      const document = problemDocument(problemOfError(error), path);
      return { status: document.status, headers: {}, body: JSON.stringify(document), cause: error };
    }
  }
}

/** Nest looks for a handler's module among providers only; a controller's interceptors are found in the module it is given here. */
const within = (moduleKey: string, contexts: ExternalContextCreator): ExternalContextCreator =>
  Object.assign(Object.create(contexts) as ExternalContextCreator, { getHostModuleKey: () => moduleKey });

function routesOf(controller: object, contexts: ExternalContextCreator): Route[] {
  const prototype = Object.getPrototypeOf(controller) as Record<string, unknown>;
  const base = (Reflect.getMetadata(PATH, controller.constructor) as string | undefined) ?? '';
  return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
    const method = prototype[name];
    if (typeof method !== 'function') return [];
    const path = Reflect.getMetadata(PATH, method) as string | undefined;
    const verb = Reflect.getMetadata(METHOD, method) as RequestMethod | undefined;
    if (path === undefined || verb === undefined) return [];
    const options = { guards: true, interceptors: true, filters: false };
    const handle = contexts.create(
      controller as never,
      method as never,
      name,
      ARGUMENTS,
      routeParams,
      undefined,
      undefined,
      options,
    ) as Handler;
    const whole = `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const names = [...whole.matchAll(/:(\w+)/g)].map((match) => match[1]!);
    const pattern = new RegExp(`^${whole.replace(/\./g, '\\.').replace(/:\w+/g, '([^/]+)')}$`);
    const status =
      (Reflect.getMetadata(STATUS, method) as number | undefined) ?? (verb === RequestMethod.POST ? 201 : 200);
    return [{ method: RequestMethod[verb], pattern, names, status, handle }];
  });
}
