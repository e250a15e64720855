export * from './charters';
export * from './claims';
export * from './documents';
export * from './events';
export * from './objects';
export * from './revisions';
export * from './sources';
export * from './workspaces';
