/// <reference types="vite/client" />

/** Version of this release, from package.json. */
declare const APP_VERSION: string;

// Compiled from knowledge/ at build time; unknown until src/knowledge has checked it.
declare module 'virtual:knowledge/decides' {
  const compiled: unknown;
  export default compiled;
}
declare module 'virtual:knowledge/names' {
  const compiled: unknown;
  export default compiled;
}
declare module 'virtual:knowledge/details' {
  const compiled: unknown;
  export default compiled;
}
declare module 'virtual:knowledge/booklet' {
  const compiled: unknown;
  export default compiled;
}
declare module 'virtual:knowledge/version' {
  const compiled: unknown;
  export default compiled;
}
