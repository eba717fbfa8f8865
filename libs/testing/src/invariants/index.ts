/** What must hold of everything that the product ever commits, for scenarios, simulation and benchmarks alike. */
export * from './audit-store';
export * from './auditor';
export * from './chain.rule';
export * from './committed';
export * from './finding';
export * from './one-effect.rule';
