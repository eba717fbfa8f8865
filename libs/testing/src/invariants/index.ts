/** What must hold of everything that the product ever commits, for scenarios, simulation and benchmarks alike. */
export * from './all-rules';
export * from './audit-store';
export * from './auditor';
export * from './committed';
export * from './finding';
export * from './follow-events';
