// @medplum/core names WebSocket while it loads, and Node 20 has none. Import this file before it.
if (!('WebSocket' in globalThis)) Reflect.set(globalThis, 'WebSocket', EventTarget);
