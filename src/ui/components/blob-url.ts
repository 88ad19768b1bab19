import { useMemo, useSyncExternalStore } from 'react';

/** Content types of what is made and filed here. */
export const FILE_TYPES = { pdf: 'application/pdf', text: 'text/plain;charset=utf-8' } as const;

/** An address for a file that lives as long as it is shown and is taken back after (T11); null for the blink before. */
export function useBlobUrl(bytes: Uint8Array<ArrayBuffer> | null, type: string = FILE_TYPES.pdf): string | null {
  const store = useMemo(() => blobUrlOf(bytes, type), [bytes, type]);
  return useSyncExternalStore(store.subscribe, store.url);
}

function blobUrlOf(bytes: Uint8Array<ArrayBuffer> | null, type: string) {
  let url: string | null = null;
  return {
    url: () => url,
    subscribe: (changed: () => void) => {
      if (bytes !== null) {
        url = URL.createObjectURL(new Blob([bytes], { type }));
        changed();
      }
      return () => {
        if (url !== null) URL.revokeObjectURL(url);
        url = null;
      };
    },
  };
}
