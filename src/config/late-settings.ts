// What is checked once the knowledge is here: the first screen does not wait for it (D39).
export { loadDirectory } from './directory/load-directory.ts';
export { recallFaults } from './check-recall.ts';
