import { IMAGE, PORT, replicasOf, serviceNames, TERRITORY, variablesOf } from './plan.mjs';

/** A consumer group that is so far behind gets another process; more processes than partitions would have nothing to do. */
const LAG_PER_REPLICA = 500;
const MAX_REPLICAS = 8;

const labels = (name) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'salvatempo' });
const named = (name) => ({ name, labels: labels(name) });
const probe = (path, more) => ({ httpGet: { path, port: 'http' }, timeoutSeconds: 5, ...more });

const container = (name) => ({
  name,
  image: IMAGE,
  args: [name],
  ports: [{ name: 'http', containerPort: PORT }],
  env: Object.entries(variablesOf(name)).map(([variable, value]) => ({ name: variable, value })),
  // TERRITORY_KEY and PUBLIC_URL, and where they have a user and a password KAFKA_BROKERS, MONGODB_URL and SMTP_URL.
  envFrom: [{ secretRef: { name: 'salvatempo' } }],
  resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '768Mi' } },
  startupProbe: probe('/health/live', { periodSeconds: 2, failureThreshold: 60 }),
  livenessProbe: probe('/health/live', { periodSeconds: 10, failureThreshold: 3 }),
  readinessProbe: probe('/health/ready', { periodSeconds: 5, failureThreshold: 2 }),
  securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
});

const pod = (name) => ({
  metadata: { labels: labels(name), annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(PORT), 'prometheus.io/path': '/metrics' } },
  spec: {
    // Taken out of the service's addresses first; the process then has its 10 s to end in order.
    terminationGracePeriodSeconds: 30,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ ...container(name), lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } } }],
    volumes: [{ name: 'data', emptyDir: {} }],
  },
});

const deployment = (name, replicas) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: named(name),
  // The successor is ready before the old one is asked to end.
  spec: { replicas, selector: { matchLabels: labels(name) }, strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, template: pod(name) },
});

const service = (name) => ({ apiVersion: 'v1', kind: 'Service', metadata: named(name), spec: { selector: labels(name), ports: [{ name: 'http', port: PORT, targetPort: 'http' }] } });
const budget = (name) => ({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: named(name), spec: { minAvailable: 1, selector: { matchLabels: labels(name) } } });

const kafkaTrigger = (group) => ({ type: 'kafka', metadata: { bootstrapServers: 'kafka:9092', consumerGroup: `${TERRITORY}.${group}`, lagThreshold: String(LAG_PER_REPLICA) } });

/** KEDA looks at how far each of the service's consumer groups is behind. */
const scaling = (name, groups, least) => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: named(name),
  spec: { scaleTargetRef: { name }, minReplicaCount: least, maxReplicaCount: MAX_REPLICAS, cooldownPeriod: 300, triggers: groups.map(kafkaTrigger) },
});

const topics = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: named('topics'),
  spec: { backoffLimit: 6, template: { metadata: { labels: labels('topics') }, spec: { restartPolicy: 'OnFailure', containers: [{ name: 'topics', image: IMAGE, args: ['topics'], env: Object.entries(variablesOf('topics')).map(([variable, value]) => ({ name: variable, value })), envFrom: [{ secretRef: { name: 'salvatempo' } }] }] } } },
};

/**
 * One file for each service, with what it needs to run, to be found, to survive and to grow.
 * @param {(service: string) => string[]} groupsOf consumer groups of a service
 * @returns {Map<string, object[]>} file name to documents
 */
export function kubernetes(groupsOf) {
  const files = new Map([['topics.yaml', [topics]], ['gateway.yaml', [deployment('gateway', 2), service('gateway'), budget('gateway')]]]);
  for (const name of serviceNames) {
    const least = Math.max(2, replicasOf(name));
    const groups = groupsOf(name);
    files.set(`${name}.yaml`, [deployment(name, least), service(name), budget(name), ...(groups.length > 0 ? [scaling(name, groups, least)] : [])]);
  }
  return files;
}
