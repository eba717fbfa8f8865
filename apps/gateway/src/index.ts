/**
 * The gateway is the one address of a territory whose services are processes of their own: it exchanges sessions for signed
 * tokens, leads each request to a process of the service in its path, and serves the pages. Owns no data and no rule, and
 * neither publishes nor listens.
 */
export { gatewayApplication, type GatewayPorts } from './gateway.boot';
