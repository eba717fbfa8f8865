import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTING_NAMES } from '@salvatempo/runtime';
import { parse, parseAllDocuments } from 'yaml';

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Environment {
  readonly environment: Record<string, string>;
}
interface ComposeService extends Environment {
  readonly image: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Record<string, { condition: string }>;
}
interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind has its own shape, of which a part is looked at
  readonly spec: any;
}

/** Folders of apps that are processes, but for the one that holds all services. */
const processes = readdirSync(join(ROOT, 'apps')).filter((name) => name !== 'standalone' && name !== 'portal').sort();
const services = processes.filter((name) => name !== 'gateway');
const compose = (parse(read('docker-compose.yml')) as { services: Record<string, ComposeService> }).services;
const manifests = readdirSync(join(ROOT, 'deploy/kubernetes')).flatMap((file) => parseAllDocuments(read(`deploy/kubernetes/${file}`)).map((document) => document.toJS() as Resource));
const ofKind = (kind: string): readonly Resource[] => manifests.filter((manifest) => manifest.kind === kind);
const namesOf = (kind: string): string[] => ofKind(kind).map(({ metadata }) => metadata.name).sort();
const groupsIn = (service: string): string[] =>
  readdirSync(join(ROOT, 'apps', service, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.consumer.ts'))
    .flatMap((file) => [...read(`apps/${service}/src/${file}`).matchAll(/@Consumer\('([^']+)'\)/g)].map(([, group]) => group!))
    .sort();

describe('the deployment files', () => {
  it('are as they are made', () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/deployment/main.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  });

  it('run every service, the gateway, the topics and what they stand on', () => {
    expect(Object.keys(compose).sort()).toEqual([...processes, 'kafka', 'mongo', 'topics'].sort());
    for (const name of [...processes, 'topics']) expect([name, compose[name]!.command]).toEqual([name, [name]]);
    expect(namesOf('Deployment')).toEqual(processes);
    expect(namesOf('Service')).toEqual(processes);
    expect(namesOf('PodDisruptionBudget')).toEqual(processes);
    expect(namesOf('Job')).toEqual(['topics']);
  });

  it('set only what a process reads', () => {
    const variables = [...processes, 'topics'].flatMap((name) => Object.keys(compose[name]!.environment));
    const inPods = [...ofKind('Deployment'), ...ofKind('Job')].flatMap(({ spec }) => spec.template.spec.containers[0].env.map(({ name }: { name: string }) => name));
    for (const name of new Set([...variables, ...inPods])) expect(SETTING_NAMES).toContain(name);
    const example = [...read('deploy/env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
    for (const name of example) expect(SETTING_NAMES).toContain(name);
  });

  it('tell each process where every service is', () => {
    for (const name of processes) {
      const addresses = Object.fromEntries(compose[name]!.environment.SERVICES!.split(',').map((entry) => entry.split('=') as [string, string]));
      expect(addresses).toEqual(Object.fromEntries(services.map((service) => [service, `http://${service}:${compose[service]!.environment.PORT}`])));
    }
    for (const { metadata, spec } of ofKind('Service')) expect([metadata.name, spec.ports[0].port]).toEqual([metadata.name, 3000]);
    expect(compose.gateway!.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(services.filter((name) => compose[name]!.ports)).toEqual([]);
  });

  it('start a service after the topics are there, and switch to it when it is ready', () => {
    for (const name of services) {
      expect(compose[name]!.depends_on).toMatchObject({ topics: { condition: 'service_completed_successfully' }, kafka: { condition: 'service_healthy' }, mongo: { condition: 'service_healthy' } });
      expect(compose[name]!.healthcheck).toBeDefined();
    }
    for (const { spec } of ofKind('Deployment')) {
      expect(spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
      expect(spec.template.spec.containers[0]).toMatchObject({ readinessProbe: { httpGet: { path: '/health/ready' } }, livenessProbe: { httpGet: { path: '/health/live' } }, resources: { limits: {} } });
      expect(spec.template.spec.securityContext.runAsNonRoot).toBe(true);
    }
  });

  it('grow a service by the lag of all of its consumer groups', () => {
    for (const name of services) {
      const scaled = ofKind('ScaledObject').find(({ metadata }) => metadata.name === name);
      const groups = (scaled?.spec.triggers ?? []).map(({ metadata }: { metadata: { consumerGroup: string } }) => metadata.consumerGroup);
      expect([name, groups]).toEqual([name, groupsIn(name).map((group) => `salvatempo.${group}`)]);
    }
  });

  it('show figures that the product has', () => {
    const names = new Set([...read('libs/runtime/src/metrics/figures.ts').matchAll(/(?:\$\{PREFIX\}|gauge\('|gauge\(\s*')([a-z_]+)/g)].map(([, name]) => `salvatempo_${name}`));
    const { panels } = JSON.parse(read('deploy/grafana.json')) as { panels: { targets: { expr: string }[] }[] };
    const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => [...expr.matchAll(/salvatempo_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count)$/, ''))));
    expect(shown.length).toBeGreaterThan(7);
    for (const name of shown) expect([...names]).toContain(name);
  });

  it('build one image that runs as nobody special', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^ENTRYPOINT .*deploy\/entrypoint\.mjs/m);
    for (const [, source] of dockerfile.matchAll(/^COPY --from=build \/salvatempo\/(\S+)/gm)) if (source !== 'dist' && source !== 'node_modules') expect([source, existsSync(join(ROOT, source!))]).toEqual([source, true]);
  });
});
