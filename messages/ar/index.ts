// One line per namespace; the file's name is the namespace.
export { default as brand } from './brand.json';
export { default as common } from './common.json';
export { default as decision } from './decision.json';
export { default as layout } from './layout.json';
export { default as outcome } from './outcome.json';
export { default as party } from './party.json';
export { default as rating } from './rating.json';
export { default as record } from './record.json';
export { default as role } from './role.json';
export { default as save } from './save.json';
export { default as source } from './source.json';
export { default as stance } from './stance.json';
export { default as state } from './state.json';
